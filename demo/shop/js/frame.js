/** What every page has around it: header, footer with the way through the day, lamps. */
import { language, pageIn, say } from './language.js';
import { drawLamp } from './drawings.js';
import './felt.js';
import './pictures.js';

const NAVIGATION = [
  ['search.html', say('Lamps', '조명')],
  ['compare.html', say('Compare', '비교')],
  ['my.html', say('My lamp', '내 조명')],
  ['help.html', say('Help', '도움말')],
];

/** The nine steps of the way, each with its hour; the page's own is lit. */
const DAY = [
  ['index.html', '06:00', say('Hello', '만남')],
  ['search.html', '09:00', say('Looking around', '둘러보기')],
  ['compare.html', '11:00', say('Weighing up', '비교하기')],
  ['checkout.html', '13:00', say('Buying', '구매')],
  ['delivery.html', '15:00', say('On its way', '배송')],
  ['installation.html', '17:00', say('Putting it up', '설치')],
  ['my.html', '19:00', say('Living with it', '사용')],
  ['help.html', '21:00', say('A helping hand', '도움')],
  ['recycling.html', '23:00', say('Giving it back', '돌려주기')],
];

const page = location.pathname.split('/').pop() || 'index.html';
const here = page === 'thanks.html' ? 'checkout.html' : page;
const current = (file) => (file === here ? ' aria-current="page"' : '');

const SUN = `<svg viewBox="0 0 32 32" aria-hidden="true"><circle cx="16" cy="16" r="15" fill="#ffb44f"/><path d="M31 16a15 15 0 0 1-30 0z" fill="#e2512f"/></svg>`;

class Header extends HTMLElement {
  connectedCallback() {
    const other = language === 'ko' ? 'en' : 'ko';
    this.innerHTML = `<header class="wrap">
      <a class="brand" href="index.html">${SUN}${say('Onbit', '온빛')}</a>
      <nav aria-label="${say('Shop', '상점')}"><ul role="list">${NAVIGATION.map(
        ([file, name]) => `<li><a href="${file}"${current(file)}>${name}</a></li>`,
      ).join('')}</ul></nav>
      <a class="language" lang="${other}" hreflang="${other}" href="${pageIn(other)}">${say('한국어', 'English')}</a>
    </header>`;
  }
}

class Footer extends HTMLElement {
  connectedCallback() {
    const arc = DAY.map((_, i) => 5.6 - 5 * Math.sin((Math.PI * (i + 0.5)) / DAY.length));
    const stops = DAY.map(([file, hour, name], i) => {
      const drop = arc[i];
      return `<li style="--drop:${drop.toFixed(2)}rem"><a href="${file}"${current(file)}><span>${name}<br><span class="small">${hour}</span></span></a></li>`;
    });
    const line = arc.map((drop, i) => `${((i + 0.5) * 100) / DAY.length} ${drop + 0.43}`).join('L');
    this.innerHTML = `<footer class="wrap">
      <h2>${say('One day with a lamp', '조명과 함께하는 하루')}</h2>
      <nav class="day" aria-label="${say('All steps of the way', '여정의 모든 단계')}"><svg viewBox="0 0 100 7" preserveAspectRatio="none" aria-hidden="true"><path d="M${line}"/></svg><ol role="list">${stops.join('')}</ol></nav>
      <div class="end small">
        <p>${say(
          'Onbit is a made-up shop. Nothing here is sold, and no order leaves this page.',
          '온빛은 가상의 상점이에요. 실제로 판매하지 않고, 주문은 이 화면 밖으로 나가지 않아요.',
        )}</p>
        <p><a href="stories.html">${say('Stories from three homes', '세 집의 이야기')}</a></p>
        <p>${say('Light that follows the day', '하루를 닮은 빛')}</p>
      </div>
    </footer>`;
  }
}

class Lamp extends HTMLElement {
  connectedCallback() {
    this.innerHTML = drawLamp(this.getAttribute('model'));
  }
}

customElements.define('onbit-header', Header);
customElements.define('onbit-footer', Footer);
customElements.define('onbit-lamp', Lamp);

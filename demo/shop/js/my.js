/** My lamp: one page with three views, each with its own address (`my.html?view=evenings`). */
import { say } from './language.js';
import { lampOf } from './catalogue.js';
import { orderOrExample } from './order.js';

const lamp = lampOf(orderOrExample().lamp);
const panel = document.querySelector('#view');
const links = [...document.querySelectorAll('.mine nav a')];

const EVENINGS = [14, 22, 40, 62, 78, 92, 100, 86, 64, 42, 24, 10];
const bar = (height, i) =>
  `<span style="--h:${height}%;--c:hsl(${44 - i * 2.4} 100% ${72 - i * 1.4}%)"></span>`;

const VIEWS = {
  today: () => `<div class="now-lamp"><div class="stack">
      <h2 tabindex="-1">${say(`Good evening. ${lamp.name} is on.`, `좋은 저녁이에요. ${lamp.name} 조명이 켜져 있어요.`)}</h2>
      <p class="lede">${say('2,700 K since sunset, and a little warmer every half hour until you sleep.', '해가 진 뒤로 2,700K, 잠들 때까지 30분마다 조금씩 더 따뜻해져요.')}</p>
      <label class="switch"><input type="checkbox" id="on" checked> ${say('Lamp on', '조명 켜기')}</label>
      <p class="small">${say('Used 11 Wh today: less than charging a phone.', '오늘 11Wh를 썼어요. 휴대전화 한 번 충전보다 적게 들어요.')}</p>
    </div><onbit-lamp model="${lamp.id}"></onbit-lamp></div>`,
  evenings: () => `<div class="stack">
      <h2 tabindex="-1">${say('Your evenings', '나의 저녁')}</h2>
      <p class="lede">${say('How bright the lamp was, from six to midnight, on average this week.', '이번 주 저녁 6시부터 자정까지, 평균 밝기예요.')}</p>
      <div class="card"><div class="bars" role="img" aria-label="${say('Brightness rises until nine and then fades', '밝기는 밤 9시까지 올라갔다가 서서히 줄어들어요')}">${EVENINGS.map(bar).join('')}</div>
      <p class="bar-labels small"><span>18:00</span><span>21:00</span><span>24:00</span></p></div>
      <label>${say('Bedtime', '잠드는 시간')}<input type="time" id="bedtime" value="23:30"></label>
      <p class="small" role="status"></p>
    </div>`,
  care: () => `<div class="stack">
      <h2 tabindex="-1">${say('Care and parts', '관리와 부품')}</h2>
      <ul role="list" class="grid two">
        <li class="card stack"><h3>${say('Dust it in spring', '봄맞이 먼지 닦기')}</h3><p class="small">${say('A dry cloth, switched off. Next: 2 April.', '전원을 끄고 마른 천으로 닦아 주세요. 다음은 4월 2일.')}</p></li>
        <li class="card stack"><h3>${say('Light engine', '광원 모듈')}</h3><p class="small">${say('96% of its first brightness. Good for about 14 more years.', '처음 밝기의 96%. 앞으로 14년쯤 더 쓸 수 있어요.')}</p></li>
      </ul>
      <p>${say('Does someone you know sit in the dark?', '어두운 방에 앉아 있는 친구가 있나요?')}</p>
      <p><button class="button" type="button" id="recommend">${say('Recommend Onbit', '온빛 추천하기')}</button></p>
      <p class="small" role="status"></p>
    </div>`,
};

const viewOf = (url) => {
  const view = new URL(url).searchParams.get('view') ?? 'today';
  return view in VIEWS ? view : 'today';
};

const show = () => {
  const view = viewOf(location.href);
  panel.innerHTML = VIEWS[view]();
  for (const link of links) {
    if (viewOf(link.href) === view) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  document.querySelector('onbit-felt').setAttribute('touchpoint', `use/${view}`);
  window.wayfelt.stage('use');
  window.wayfelt.touchpoint(`use/${view}`);
};

document.querySelector('.mine nav').addEventListener('click', (event) => {
  const link = event.target.closest('a');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  history.pushState(null, '', link.href);
  show();
  panel.querySelector('h2').focus();
});
addEventListener('popstate', show);

panel.addEventListener('change', (event) => {
  if (event.target.id === 'on') {
    panel.querySelector('onbit-lamp').toggleAttribute('off', !event.target.checked);
    window.wayfelt.touchpoint('use/switch');
  }
  if (event.target.id === 'bedtime') {
    panel.querySelector('[role=status]').textContent = say(
      `It will be down to a glow by ${event.target.value}.`,
      `${event.target.value}까지 은은한 빛으로 줄어들어요.`,
    );
    window.wayfelt.touchpoint('use/evenings/bedtime');
  }
});
panel.addEventListener('click', (event) => {
  if (event.target.id !== 'recommend') return;
  panel.querySelector('[role=status]').textContent = say(
    'Thank you! A letter with your greeting is ready.',
    '고맙습니다! 인사를 담은 편지를 준비했어요.',
  );
  window.wayfelt.outcome('recommend');
});
show();

/** `<onbit-felt touchpoint="search/results">`: a visitor who wants to can say how this step felt. */
import { say } from './language.js';

const THANKED = say('Thank you. It helps us.', '고맙습니다. 큰 도움이 됩니다.');
const NOT_NOW = say(
  'We will not ask again so soon. Thank you.',
  '지금은 더 여쭙지 않을게요. 고맙습니다.',
);

class Felt extends HTMLElement {
  connectedCallback() {
    this.innerHTML = `<section class="felt wrap"><div>
      <div class="stack"><h3>${say('How did this step feel?', '이 단계는 어떠셨나요?')}</h3>
        <p class="small">${say('One tap is enough. The people who run this step read it.', '한 번만 눌러도 충분해요. 이 단계를 맡은 사람들이 직접 읽습니다.')}</p>
        <p class="small" role="status"></p></div>
      <button class="button quiet" type="button">${say('Tell us', '알려 주기')}</button>
    </div></section>`;
    const says = this.querySelector('[role=status]');
    this.querySelector('button').addEventListener('click', async () => {
      const end = await window.wayfelt.ask(this.getAttribute('touchpoint'));
      says.textContent = end?.level ? THANKED : NOT_NOW;
    });
  }
}

customElements.define('onbit-felt', Felt);

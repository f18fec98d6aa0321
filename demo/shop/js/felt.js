/**
 * `<onbit-felt touchpoint="search/results">`: a visitor who wants to can say how this step felt. Where the visitor
 * was asked not long ago no card opens; whoever presses the button anyway finds the question inside the page.
 */
import { say } from './language.js';

const THANKED = say('Thank you. It helps us.', '고맙습니다. 큰 도움이 됩니다.');

class Felt extends HTMLElement {
  connectedCallback() {
    this.innerHTML = `<section class="felt wrap"><div>
      <div class="stack"><h2>${say('How did this step feel?', '이 단계는 어떠셨나요?')}</h2>
        <p class="small" role="status">${say(
          'One tap is enough. The people who run this step read it.',
          '한 번만 눌러도 충분해요. 이 단계를 맡은 사람들이 직접 읽습니다.',
        )}</p></div>
      <button class="button quiet" type="button">${say('Tell us', '알려 주기')}</button>
    </div></section>`;
    this.querySelector('button').addEventListener('click', () => this.open());
  }

  async open() {
    const touchpoint = this.getAttribute('touchpoint');
    const { asked, answer } = (await window.wayfelt.ask(touchpoint)) ?? {};
    if (answer) this.querySelector('[role=status]').textContent = THANKED;
    if (asked || this.querySelector('wayfelt-rating')) return;
    const question = document.createElement('wayfelt-rating');
    question.setAttribute('touchpoint', touchpoint);
    this.querySelector('section').append(question);
  }
}

customElements.define('onbit-felt', Felt);

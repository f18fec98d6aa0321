/**
 * `<onbit-felt touchpoint="search/results">`: a visitor who wants to can say how this step felt. Nobody is asked
 * here, so nothing is rationed: the button puts the question into the page.
 */
import { say } from './language.js';

class Felt extends HTMLElement {
  connectedCallback() {
    this.innerHTML = `<section class="felt wrap"><div>
      <div class="stack"><h2>${say('Anything to say about this step?', '이 단계에 대해 하고 싶은 말이 있나요?')}</h2>
        <p class="small">${say(
          'One tap is enough. The people who run this step read it.',
          '한 번만 눌러도 충분해요. 이 단계를 맡은 사람들이 직접 읽어요.',
        )}</p></div>
      <button class="button quiet" type="button">${say('Tell us how it felt', '느낌 알려 주기')}</button>
    </div></section>`;
    const button = this.querySelector('button');
    button.addEventListener('click', () => {
      button.hidden = true;
      const question = document.createElement('wayfelt-rating');
      question.setAttribute('touchpoint', this.getAttribute('touchpoint'));
      this.querySelector('section').append(question);
      question.scrollIntoView({ block: 'nearest' });
    });
  }
}

customElements.define('onbit-felt', Felt);

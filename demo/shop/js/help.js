/** Help: finding an answer among the questions, and whether it solved the trouble. */
const find = document.querySelector('#find');
const questions = [...document.querySelectorAll('details')];

find.addEventListener('input', () => {
  const words = find.value.trim().toLowerCase();
  for (const question of questions)
    question.hidden = !question.textContent.toLowerCase().includes(words);
  document.querySelector('#none').hidden = questions.some((question) => !question.hidden);
  window.wayfelt.touchpoint('after-service/find-an-answer');
});

for (const button of document.querySelectorAll('[data-solved]')) {
  button.addEventListener('click', () => {
    document.querySelector('#solved-says').textContent = button.dataset.solved;
    window.wayfelt.ask('after-service/answer');
  });
}

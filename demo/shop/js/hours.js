/** The landing page's day: moving the hour changes the lamp's light and the sky behind it. */
import { say } from './language.js';

/** Hour → colour of the light, its temperature in kelvin, and what it is good for. */
const LIGHTS = [
  [6, '#ffbe85', 2400, say('a slow start', '천천히 여는 아침')],
  [9, '#fff0d6', 3800, say('coffee and lists', '커피 한 잔과 할 일')],
  [12, '#f3f7ff', 5000, say('seeing every colour', '색이 그대로 보이는 한낮')],
  [16, '#ffe9c4', 3600, say('homework', '숙제하는 오후')],
  [18, '#ffd08f', 2900, say('dinner', '저녁 식탁')],
  [20, '#ffb874', 2400, say('one more chapter', '한 장 더 읽는 밤')],
  [22, '#ff9a55', 2000, say('letting go of the day', '하루를 내려놓는 시간')],
];

const slider = document.querySelector('#hour');
const output = document.querySelector('#hour-says');
const room = document.querySelector('.room');
let met = false;

const show = () => {
  const hour = Number(slider.value);
  const [, light, kelvin, good] = LIGHTS.findLast(([from]) => from <= hour) ?? LIGHTS[0];
  const clock = `${String(Math.floor(hour)).padStart(2, '0')}:${hour % 1 ? '30' : '00'}`;
  const words = `${clock}, ${kelvin.toLocaleString()} K: ${good}`;
  output.textContent = words;
  slider.setAttribute('aria-valuetext', words);
  room.style.setProperty('--light', light);
  room.dataset.hour = String([23, 21, 19, 17, 15, 13, 11, 9, 6].find((from) => from <= hour) ?? 6);
};

slider.addEventListener('input', () => {
  show();
  if (!met) window.wayfelt.touchpoint('awareness/light-of-the-day');
  met = true;
});
show();

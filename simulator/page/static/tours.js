// The guided tours, as data: who comes on, and step by step what is said, done, and seen before the next one.
//
// A step: `say` (what the onlooker reads), `does` (acts, one after another: [whose, what, …]), `sees` ([whose, words]:
// what has to stand on that telephone before the step is over). Acts: start; press a button; write; photo (a caption);
// attach (a file); reply (to words, with words); open (a chat of others); ["bot", kill or restart]; ["clock", hour,
// morning or week]. A tour that `reads` has a neighbour, too, whose telephone shows such a chat.

const comesIn = (place) => [
  ["resident", "start"],
  ["resident", "press", "Погоджуюся"],
  ["resident", "write", place],
  ["resident", "press", "Так, моя"],
];
const COMES_IN = comesIn("комишуваська");
const AUTO = "Біля школи третій день стоїть біле авто без номерів. Ніхто не підходить.";

const VILLAGES = ["с. Веселе", "с. Вільне", "с. Жовта Круча"];
const FRAUD = "Дзвонять «з банку» і просять код із SMS. Банк так не робить: покладіть слухавку.";

export const TOURS = [
  {
    id: "report",
    title: { uk: "Повідомлення", en: "A report" },
    steps: [
      {
        say: {
          uk: "Тетяна вперше відкриває бота: за посиланням, QR-кодом або з пошуку. Вона натискає «Розпочати».",
          en: "Tetiana opens the bot for the first time, by a link, a QR code or a search. She presses Start.",
        },
        does: [["resident", "start"]],
        sees: ["resident", "102"],
      },
      {
        say: {
          uk: "Вона погоджується на обробку даних і пише назву своєї громади. Можна й назву села, і з помилкою.",
          en: "She agrees to the terms and types her community's name. A village, or a slip of the pen, would do too.",
        },
        does: COMES_IN.slice(1),
        sees: ["resident", "Громаду записано"],
      },
      {
        say: {
          uk: "Повідомлення: спершу тема. Де може бути небезпека, спершу з’являється картка зі 102.",
          en: "A report begins with its topic. Where there may be danger, the card with 102 comes first.",
        },
        does: [
          ["resident", "press", "Повідомити"],
          ["resident", "press", "Ще теми"],
          ["resident", "press", "Підозрілі люди, авто"],
        ],
        sees: ["resident", "102"],
      },
      {
        say: { uk: "Вона описує, що бачила, і додає фото.", en: "She writes what she saw and adds a photo." },
        does: [
          ["resident", "press", "Зрозуміло, далі"],
          ["resident", "write", AUTO],
          ["resident", "photo", "Сфотографовано з вікна."],
        ],
        sees: ["resident", "і ще 1 повідомлення"],
      },
      {
        say: { uk: "І надсилає без імені.", en: "And sends it without a name." },
        does: [["resident", "press", "Надіслати без імені"]],
        sees: ["officer", AUTO],
      },
      {
        say: {
          uk: "Офіцер отримав картку: ні імені, ні номера, ні акаунта. Він приймає звернення.",
          en: "The officer has got a card: no name, no number, no account. He accepts the case.",
        },
        does: [["officer", "press", "Прийняти"]],
        sees: ["resident", "Звернення в роботі"],
      },
      {
        say: {
          uk: "Щоб відповісти, досить відповісти на картку. 👍 означає: Telegram передав відповідь.",
          en: "To answer, he replies to the card. The 👍 says that Telegram took the answer.",
        },
        does: [["officer", "reply", AUTO, "Дякую. Перевірю сьогодні й відповім тут."]],
        sees: ["resident", "Перевірю сьогодні"],
      },
      {
        say: { uk: "Тетяна просто пише далі в той самий чат.", en: "Tetiana just writes on in the same chat." },
        does: [["resident", "write", "Дякую! А діти можуть ходити повз?"]],
        sees: ["officer", "діти можуть ходити"],
      },
      {
        say: { uk: "Офіцер відповідає і закриває звернення.", en: "The officer answers and closes the case." },
        does: [
          ["officer", "reply", "діти можуть ходити", "Так, авто оглянули: небезпеки немає."],
          ["officer", "press", "Закрити"],
        ],
        sees: ["resident", "Оцініть"],
      },
      {
        say: { uk: "Тетяна оцінює, як їй допомогли. Офіцер бачить оцінку.", en: "Tetiana rates how it went. The officer sees it." },
        does: [["resident", "press", "5"]],
        sees: ["officer", "5 з 5"],
      },
    ],
  },
  {
    id: "question",
    title: { uk: "Запитання", en: "A question" },
    steps: [
      { say: { uk: "Мешканка заходить у бот і обирає громаду.", en: "A resident comes in and picks a community." }, does: COMES_IN, sees: ["resident", "Громаду записано"] },
      {
        say: { uk: "Запитати можна одним повідомленням.", en: "A question takes one message." },
        does: [
          ["resident", "press", "Запитати"],
          ["resident", "write", "Які документи взяти, щоб подати заяву?"],
        ],
        sees: ["resident", "Ще не надіслано"],
      },
      {
        say: { uk: "Запитання йде офіцеру без імені.", en: "The question goes to the officer without a name." },
        does: [["resident", "press", "Надіслати без імені"]],
        sees: ["officer", "Які документи взяти"],
      },
      {
        say: { uk: "Офіцер приймає і відповідає.", en: "The officer accepts and answers." },
        does: [
          ["officer", "press", "Прийняти"],
          ["officer", "reply", "Які документи взяти", "Паспорт або Дію. Заяву допоможемо написати на місці."],
        ],
        sees: ["resident", "Заяву допоможемо"],
      },
    ],
  },
  {
    id: "unnamed",
    title: { uk: "Без імені", en: "Without a name" },
    steps: [
      { say: { uk: "Мешканка заходить у бот.", en: "A resident comes in." }, does: COMES_IN, sees: ["resident", "Громаду записано"] },
      {
        say: {
          uk: "Вона пише і надсилає контакт подруги. Контакт може видати, хто пише.",
          en: "She writes and sends a friend’s contact. It can give away who writes.",
        },
        does: [
          ["resident", "press", "Повідомити"],
          ["resident", "press", "Сусіди, шум, п’яні"],
          ["resident", "write", "Щоночі гучна музика у дворі на вулиці Садовій."],
          ["resident", "attach", "contact"],
        ],
        sees: ["resident", "Без імені його не буде"],
      },
      {
        say: {
          uk: "Бот чесно каже: без імені контакт не піде. Вона надсилає лише слова.",
          en: "The bot says so: without a name the contact will not go. She sends the words alone.",
        },
        does: [["resident", "press", "Без імені і без цих файлів"]],
        sees: ["officer", "вулиці Садовій"],
      },
      {
        say: {
          uk: "Гляньте на телефон офіцера: ні імені, ні номера, ні посилання на акаунт. Їх немає і в обміні з Telegram, у «За лаштунками».",
          en: "Look at the officer's telephone: no name, number or account. Nor are they in the traffic with Telegram, under “Behind the scenes”.",
        },
        does: [],
        sees: ["officer", "вулиці Садовій"],
      },
    ],
  },
  {
    id: "notice",
    reads: true,
    title: { uk: "Сповіщення: трьом селам і групі", en: "A notice to three villages and a group" },
    steps: [
      {
        say: {
          uk: "Тетяна заходить у бот і пише назву свого села. У Галини відкрито групу сусідів, до якої офіцер додав бота.",
          en: "Tetiana comes in and types her village. Halyna has the neighbours' group open, to which the officer added the bot.",
        },
        does: [...comesIn("жовта круча"), ["reader", "open", "Комишуваха: сусіди (демо)"]],
        sees: ["resident", "Громаду записано"],
      },
      {
        say: { uk: "Офіцер обирає тему і пише попередження.", en: "The officer picks a topic and writes the warning." },
        does: [
          ["officer", "press", "Сповістити мешканців"],
          ["officer", "press", "Нове сповіщення"],
          ["officer", "press", "Телефонні шахраї"],
          ["officer", "write", FRAUD],
        ],
        sees: ["officer", "Уже є"],
      },
      {
        say: {
          uk: "Кому: він ставить позначки на трьох селах своєї дільниці. Чати громади позначено вже.",
          en: "To whom: he ticks three villages of his service area. The community's chats are ticked already.",
        },
        does: ["Далі ›", "Лише українською", "Комишуваська · Уся громада", ...VILLAGES, "Готово"].map((label) => ["officer", "press", label]),
        sees: ["officer", "Отримають"],
      },
      {
        say: {
          uk: "Коли й доки: ще два натискання. Перед надсиланням видно, скільки людей і чатів отримають.",
          en: "When, and until when: two more presses. Before it goes it says how many people and chats will get it.",
        },
        does: ["Готово", "Зараз", "7 днів"].map((label) => ["officer", "press", label]),
        sees: ["officer", "Діє до"],
      },
      {
        say: {
          uk: "Надіслано: мешканцям трьох сіл, у групу, у тему форуму, у канал. Хто живе деінде, того не турбують.",
          en: "Sent: to the residents of three villages, the group, the forum's topic, the channel. Who lives elsewhere is left in peace.",
        },
        does: [["officer", "press", "Надіслати"]],
        sees: ["reader", FRAUD],
      },
      {
        say: { uk: "Тетяна живе в одному з тих сіл: сповіщення прийшло і їй.", en: "Tetiana lives in one of the villages: the notice came to her, too." },
        does: [],
        sees: ["resident", FRAUD],
      },
      {
        say: {
          uk: "Під сповіщенням можна запитати офіцера або відмовитися від теми.",
          en: "Below the notice one can ask the officer, or leave the topic.",
        },
        does: [["resident", "press", "Запитати офіцера"], ["resident", "write", "А якщо я вже сказала код?"], ["resident", "press", "Надіслати без імені"]],
        sees: ["officer", "вже сказала код"],
      },
    ],
  },
  {
    id: "hours",
    title: { uk: "Години прийому і нагадування", en: "Office hours and a reminder" },
    steps: [
      { say: { uk: "Мешканка заходить у бот.", en: "A resident comes in." }, does: COMES_IN, sees: ["resident", "Громаду записано"] },
      {
        say: { uk: "Досить написати одне слово: «години».", en: "One word is enough: «години», hours." },
        does: [["resident", "write", "години"]],
        sees: ["resident", "Години прийому"],
      },
      {
        say: { uk: "Вона просить нагадати про найближчий прийом.", en: "She asks to be reminded of the next one." },
        does: [["resident", "press", "Нагадати про прийом…"]],
        sees: null,
      },
      {
        say: {
          uk: "Минає тиждень, година за годиною: годинник рухаємо ми, бот іде за ним. Нагадування приходить один раз, коли обіцяно.",
          en: "A week passes hour by hour: we move the clock, the bot follows it. The reminder comes once, when it was promised.",
        },
        does: [["clock", "week"]],
        sees: ["resident", "Ви просили нагадати"],
      },
    ],
  },
  {
    id: "killed",
    title: { uk: "Бота вбито", en: "The bot is killed" },
    steps: [
      { say: { uk: "Мешканка заходить у бот.", en: "A resident comes in." }, does: COMES_IN, sees: ["resident", "Громаду записано"] },
      {
        say: { uk: "Вона починає повідомлення.", en: "She begins a report." },
        does: [
          ["resident", "press", "Повідомити"],
          ["resident", "press", "Сусіди, шум, п’яні"],
          ["resident", "write", "Сусіди вмикають музику на весь двір після опівночі."],
        ],
        sees: ["resident", "Ще не надіслано"],
      },
      {
        say: {
          uk: "Процес бота вбито на льоту: kill -9. Так буває, коли зникає світло.",
          en: "The bot's process is killed in flight: kill -9. So it goes when the power fails.",
        },
        does: [["bot", "kill"]],
        sees: null,
      },
      {
        say: {
          uk: "Вона цього не знає: дописує й натискає «Надіслати». Одна галочка: Telegram має, бот ще ні.",
          en: "She does not know: she writes on and presses Send. One tick: Telegram has it, the bot does not yet.",
        },
        does: [
          ["resident", "write", "Це вже третій вечір."],
          ["resident", "press", "Надіслати без імені"],
        ],
        sees: null,
      },
      {
        say: { uk: "Бот запускається знову і підхоплює все.", en: "The bot starts again and takes everything up." },
        does: [["bot", "restart"]],
        sees: ["officer", "третій вечір"],
      },
      {
        say: { uk: "В офіцера кожне повідомлення є, і лише раз.", en: "The officer has every message, and each once." },
        does: [["officer", "press", "Прийняти"]],
        sees: ["resident", "Звернення в роботі"],
      },
    ],
  },
];

// The guided tours, as data: who comes on, and step by step what is said, done, and seen before the next one.
//
// A step: `say` (what the onlooker reads), `does` (acts, one after another: [whose, what, …]), `sees` ([whose, words]:
// what has to stand on that telephone before the step is over). Acts: start; press a button; write; photo (a caption);
// attach (a file); reply (to words, with words); open (a chat of others); topic (words in its name); ["bot", kill or
// restart]; ["topics", on or off]; ["clock", hour, morning or week]. Besides the resident and the officer a tour may have
// a `third`: a reader, who is a neighbour with a chat of others open, or a colleague of the officer.

const comesIn = (place) => [
  ["resident", "start"],
  ["resident", "press", "Погоджуюся"],
  ["resident", "write", place],
  ["resident", "press", "Так, моя"],
];
const COMES_IN = comesIn("комишуваська");
const AUTO = "Біля школи третій день стоїть біле авто без номерів. Ніхто не підходить.";

const YARD = "Хто відповідає за освітлення у дворі на вулиці Садовій?";
const COLLEAGUE = "старший лейтенант поліції Богдан Мельник (демо)";

/** A question that the officer accepts. */
const asks = (question) => [
  {
    say: { uk: "Мешканка заходить у бот і запитує без імені.", en: "A resident comes in and asks a question without a name." },
    does: [...COMES_IN, ["resident", "press", "Запитати"], ["resident", "write", question], ["resident", "press", "Надіслати без імені"]],
    sees: ["officer", question],
  },
  {
    say: { uk: "Офіцер приймає звернення.", en: "The officer accepts the case." },
    does: [["officer", "press", "Прийняти"]],
    sees: ["resident", "Звернення в роботі"],
  },
];

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
    third: "reader",
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
  {
    id: "note",
    title: { uk: "Нотатка", en: "A note" },
    steps: [
      ...asks(YARD),
      {
        say: {
          uk: "Він хоче щось записати для себе й колег: «Ще дії», «Нотатка».",
          en: "He wants to write something down for himself and his colleagues: «Ще дії», «Нотатка» (a note).",
        },
        does: [
          ["officer", "press", "Ще дії"],
          ["officer", "press", "Нотатка"],
        ],
        sees: ["officer", "Мешканець її не побачить"],
      },
      {
        say: { uk: "Наступне, що він напише, стане нотаткою.", en: "What he writes next becomes the note." },
        does: [["officer", "write", "Торік ліхтар міняло селище. Телефон майстра: у журналі."]],
        sees: ["officer", "Збережено"],
      },
      {
        say: {
          uk: "Нотатка є в історії звернення, а на картці — скільки їх.",
          en: "The history of the case has the note; the card says how many there are.",
        },
        does: [["officer", "press", "Історія"]],
        sees: ["officer", "Телефон майстра"],
      },
      {
        say: {
          uk: "У Тетяни нічого немає: мешканець не бачить нотаток і не дізнається про них.",
          en: "Tetiana has got nothing: a resident never sees a note, nor hears that there is one.",
        },
        does: [],
        sees: ["resident", "Звернення в роботі"],
      },
      {
        say: { uk: "Відповідь їй — це відповідь на картку, як завжди.", en: "What is for her is a reply to the card, as ever." },
        does: [["officer", "reply", YARD, "Селищна рада. Я вже передав їм заявку."]],
        sees: ["resident", "Селищна рада"],
      },
    ],
  },
  {
    id: "transfer",
    title: { uk: "Звернення передано колезі", en: "A case goes to a colleague" },
    third: "colleague",
    steps: [
      ...asks("Коли приїдуть оглянути зламаний замок у під’їзді?"),
      {
        say: { uk: "Це краще знає колега: «Ще дії», «Передати».", en: "A colleague knows this better: «Ще дії», «Передати» (transfer)." },
        does: [
          ["officer", "press", "Ще дії"],
          ["officer", "press", "Передати"],
        ],
        sees: ["officer", "Кому передати?"],
      },
      {
        say: {
          uk: "Він обирає Богдана і пише йому кілька слів. Мешканка цих слів не побачить.",
          en: "He picks Bohdan and writes a few words to him. The resident will not see them.",
        },
        does: [
          ["officer", "press", COLLEAGUE],
          ["officer", "write", "Ти вже був у цьому під’їзді. Візьмеш?"],
        ],
        sees: ["colleague", "Ти вже був у цьому під’їзді"],
      },
      {
        say: {
          uk: "Богдан має звернення з усім, що було написано. В Івана його вже немає.",
          en: "Bohdan has the case with all that was written. Ivan does not have it any more.",
        },
        does: [],
        sees: ["officer", "У роботі в іншого офіцера"],
      },
      {
        say: { uk: "Тетяні сказано, хто тепер опікується її зверненням.", en: "Tetiana is told who takes care of her case now." },
        does: [],
        sees: ["resident", "опікується інший офіцер"],
      },
      {
        say: {
          uk: "Вона пише, як і досі, в той самий чат. Це приходить уже Богданові.",
          en: "She writes in the same chat as before. It comes to Bohdan now.",
        },
        does: [["resident", "write", "Замок не працює вже тиждень."]],
        sees: ["colleague", "вже тиждень"],
      },
      {
        say: { uk: "Богдан відповідає.", en: "Bohdan answers." },
        does: [["colleague", "reply", "вже тиждень", "Буду завтра о десятій."]],
        sees: ["resident", "Буду завтра о десятій"],
      },
    ],
  },
  {
    id: "absence",
    title: { uk: "Відсутність офіцера", en: "The officer is away" },
    third: "colleague",
    steps: [
      ...asks("Де можна забрати знайдений велосипед?"),
      {
        say: {
          uk: "Сьогодні офіцера не буде. «Мій кабінет», «Відсутність»: від котрого дня і до котрого.",
          en: "The officer will be away today. «Мій кабінет», «Відсутність» (absence): from which day, and until which.",
        },
        does: ["Мій кабінет", "Відсутність", "Вказати дні відсутності", "Сьогодні", "1 день"].map((label) => ["officer", "press", label]),
        sees: ["officer", "Хто заміщує?"],
      },
      {
        say: { uk: "Хто заміщує. Перед збереженням видно, що зміниться.", en: "Who is the stand-in. Before it is kept it says what will change." },
        does: [["officer", "press", COLLEAGUE]],
        sees: ["officer", "Перейд"],
      },
      {
        say: { uk: "Офіцер зберігає: відкриті звернення переходять до Богдана.", en: "The officer keeps it: the open cases go to Bohdan." },
        does: [["officer", "press", "Усе правильно, зберегти"]],
        sees: ["colleague", "знайдений велосипед"],
      },
      {
        say: { uk: "Тетяні сказано, до якого дня і хто тепер відповідає.", en: "Tetiana is told until which day, and who answers now." },
        does: [],
        sees: ["resident", "Ваш офіцер відсутній до"],
      },
      {
        say: {
          uk: "Нове запитання: їй одразу сказано, до якого дня офіцера немає. Приходить воно теж Богданові.",
          en: "Another question: she is told immediately until which day the officer is away. It comes to Bohdan, too.",
        },
        does: [
          ["resident", "press", "Запитати"],
          ["resident", "write", "А чи можна прийти в неділю?"],
          ["resident", "press", "Надіслати без імені"],
        ],
        sees: ["colleague", "прийти в неділю"],
      },
      {
        say: {
          uk: "Минає день: годинник рухаємо ми. Незавершене повертається до Івана, і Тетяні про це сказано.",
          en: "The day passes: we move the clock. What is still open comes back to Ivan, and Tetiana is told so.",
        },
        does: [["clock", "morning"]],
        sees: ["officer", "знайдений велосипед"],
      },
      {
        say: { uk: "У Тетяни знову свій офіцер.", en: "Tetiana has her own officer again." },
        does: [],
        sees: ["resident", "знову на службі"],
      },
    ],
  },
  {
    id: "topics",
    title: { uk: "Тема для кожного звернення", en: "A topic for each case" },
    steps: [
      {
        say: {
          uk: "Теми вмикають у @BotFather і в налаштуваннях: «За лаштунками», «Процес бота». Бот запускається знову.",
          en: "Topics are enabled at @BotFather and in the settings: “Behind the scenes”, “The bot's process”. The bot starts again.",
        },
        does: [["topics", "on"]],
        sees: null,
      },
      {
        say: { uk: "Мешканка заходить у бот і повідомляє про крадіжку.", en: "A resident comes in and reports a theft." },
        does: [
          ...COMES_IN,
          ["resident", "press", "Повідомити"],
          ["resident", "press", "Крадіжка"],
          ["resident", "write", "Уночі з двору зник велосипед."],
          ["resident", "press", "Надіслати без імені"],
        ],
        sees: ["officer", "зник велосипед"],
      },
      {
        say: { uk: "І ще про одне запитує.", en: "And she asks about another thing." },
        does: [
          ["resident", "press", "Запитати"],
          ["resident", "write", "Коли Ви приймаєте?"],
          ["resident", "press", "Надіслати без імені"],
        ],
        sees: ["officer", "Коли Ви приймаєте"],
      },
      {
        say: {
          uk: "В офіцера кожне звернення — окрема тема: номер, про що, стан. Значок показує стан. Він відкриває крадіжку й приймає її.",
          en: "On the officer's telephone each case is a topic: its number, what it is about, its state. The icon shows the state. He opens the theft and accepts it.",
        },
        does: [
          ["officer", "topic", "Крадіжка"],
          ["officer", "press", "Прийняти"],
        ],
        sees: ["resident", "Звернення в роботі"],
      },
      {
        say: {
          uk: "Що він пише в темі, те йде в це звернення: без кнопок і без «кому це?».",
          en: "What he writes in the topic goes to this case: no buttons, and no asking which it is for.",
        },
        does: [["officer", "write", "Приїду за годину, нічого не чіпайте."]],
        sees: ["resident", "Приїду за годину"],
      },
      {
        say: {
          uk: "Вимикаємо: відкриті звернення повертаються в один чат, теми зникають.",
          en: "Switched off again: open cases come back to the one chat, and their topics go.",
        },
        does: [["topics", "off"]],
        sees: ["officer", "зник велосипед"],
      },
    ],
  },
];

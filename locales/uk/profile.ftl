# What the bot shows of itself in Telegram, before anybody has pressed Start, and the list of its commands.

profile-short-description = Зв’язок із поліцейським офіцером Вашої громади. Не служба 102.
profile-description =
    Напишіть поліцейському офіцеру Вашої громади: повідомте про проблему або запитайте. Можна без імені.
    Тут видно, хто Ваш офіцер і коли прийом.

    Це не служба 102. Якщо є загроза життю, телефонуйте 102 або 112.
command-start = Почати або відкрити меню
command-cases = Мої звернення
command-officer = Мій офіцер
command-help = Куди телефонувати, що вміє бот
command-language = Мова: українська або англійська

# Merging two cases of a resident.

merge-button = Об’єднати
merge-ask-number = Напишіть номер іншого звернення цього мешканця: воно увійде в це.
merge-resident-confirms = Мешканець має підтвердити. Якщо не підтвердить, бот про це не скаже.
merge-asked = { $number }: запит надіслано, якщо це можливо.
merge-not-a-number = Не схоже на номер звернення. Напишіть так: КШ-2026-000123.
merge-too-many = За добу можна спробувати номерів: { $limit }. Спробуйте завтра.

## For the resident

merge-question = Офіцер питає: чи це одна справа зі зверненням { $number }?
merge-what-then = Якщо так, усе написане буде разом, і відповідатиме один офіцер.
merge-yes-button = Так, одна справа
merge-no-button = Ні, це різне
merge-done = Звернення об’єднано.
merge-refused = Добре, звернення лишаються окремими.
merge-lapsed = Про це вже не питають.
my-case-merged-button = Відкрити: { $number }
case-merged-into = Далі: { $number }

# Forwarding a case to another body.

forward-button = За належністю
forward-whom = Кому передати за належністю? Звернення в боті на цьому завершиться, мешканець дізнається, кому його передано.
forward-agency-council = Рада громади
forward-agency-social = Соціальна служба
forward-agency-rescue = Рятувальники (ДСНС)
forward-agency-juvenile = Ювенальна превенція
forward-agency-patrol = Патрульна поліція
forward-agency-other = Інший орган
forward-ask-name = Напишіть, кому передати: повну назву органу. Мешканець її прочитає.
forward-named = { $number }: назву записано.
forward-name-wrong = Назва має бути одним рядком, найбільше знаків: { $limit }.
forward-ask = Мешканець прочитає це. Передати?
forward-send-button = Так, передати
forward-done = Передано за належністю.
forward-waits =
    Передайте документи до цієї дати: { $date }
    Тоді натисніть кнопку.
forward-handed-button = Документи передано
forward-handed = Документи передано.

## For the resident

forward-told-whom = Кому: { $name }.
forward-told-until = Вони отримають Ваше звернення до цієї дати: { $date }. Відповідь надасть цей орган.

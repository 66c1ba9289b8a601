"""Names of topics as people read them."""

from bot.domain.subscriptions import Topic
from bot.texts import Say


def topic_name(say: Say, topic: Topic) -> str:
    """«Мінна безпека»."""
    return say(f"topic-{topic.value.replace('_', '-')}")


def leave_topic_label(say: Say, topic: Topic) -> str:
    """«Вимкнути тему «Мінна безпека»»."""
    return say("leave-topic-button", topic=topic_name(say, topic))

"""Names of topics as people read them."""

from bot.domain.subscriptions import Topic
from bot.texts import Say


def topic_name(say: Say, topic: Topic) -> str:
    """«Мінна безпека»."""
    return say(f"topic-{topic.value.replace('_', '-')}")

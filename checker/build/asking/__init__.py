"""In which order questions are asked: worked out when the site is built, for each insurer and errand."""

from checker.build.asking.orders import best_orders, written_orders

__all__ = ["best_orders", "written_orders"]

from reader.rows import ORDERS
from reader.tui.shelves.view import ONLY, View


def test_orders_and_states_come_by_turns() -> None:
    view = View("ferry")
    orders, states = [view], [view]
    for _ in ORDERS:
        orders.append(orders[-1].next_order())
    for _ in ONLY:
        states.append(states[-1].next_only())
    assert [one.order for one in orders] == [*ORDERS, ORDERS[0]]
    assert [one.only for one in states] == [*ONLY, ONLY[0]]
    assert {one.query for one in (*orders, *states)} == {"ferry"}
    assert len({one.order_name for one in orders}) == len(ORDERS)


def test_a_view_says_what_is_not_as_usual() -> None:
    assert (View().told, View().narrowed) == ("", False)
    assert View("ferry").narrowed
    assert View(only="unread", order="title").told == "unread, by title"

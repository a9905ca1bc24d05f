"""A matrix is found, filled in and left by keyboard alone, and one always sees where one is."""

import pytest
from django.core.cache import cache

from tests.factories.rocb import PASSWORD

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

VISIBLE = """() => {
    const one = document.activeElement, style = getComputedStyle(one), box = one.getBoundingClientRect();
    const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
    const shown = box.width > 0 && box.bottom > 0 && box.top < innerHeight;
    return shown && (ring || style.boxShadow !== 'none');
}"""
WORDS = "() => (document.activeElement.innerText || document.activeElement.name || '').trim()"


def tab_to(page, words: str, most: int = 80) -> None:
    """Press Tab until the focus stands on what is called so; each stop on the way can be seen."""
    for _press in range(most):
        page.keyboard.press("Tab")
        assert page.evaluate(VISIBLE), page.evaluate("document.activeElement.outerHTML")
        if words in (page.evaluate(WORDS), page.evaluate("document.activeElement.name")):
            return
    raise AssertionError(f"“{words}” cannot be reached by Tab on {page.url}")


def test_signing_in_and_filling_in_a_row_by_keyboard(page, matrix, coordinator):
    cache.clear()
    coordinator.set_password(PASSWORD)
    coordinator.save()
    page.goto("/accounts/login/")
    tab_to(page, "login")
    page.keyboard.type(coordinator.email)
    tab_to(page, "password")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "/accounts/" not in url)
    page.wait_for_load_state()
    page.keyboard.press("Tab")
    assert page.evaluate(WORDS) == "Skip to the content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    tab_to(page, "Fill in the matrix")
    page.keyboard.press("Enter")
    page.wait_for_url("**/edit/")
    field = page.locator("main select").first
    name = field.get_attribute("name")
    tab_to(page, name)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    chosen = field.input_value()
    assert chosen != ""
    page.keyboard.press("Tab")
    for _press in range(6):
        page.keyboard.press("Tab")
    page.locator('tr[data-state="saved"]').first.wait_for()
    page.reload()
    assert page.locator(f'[name="{name}"]').input_value() == chosen

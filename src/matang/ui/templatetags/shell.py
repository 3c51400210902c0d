"""Let the Django templates of third-party apps use our one shell and our one way to draw a field, which are Jinja2.

``{% shell "ui/entrance.html" %} title {% part %} head {% part %} content {% part %} scripts {% endshell %}``
"""

from django import template
from django.forms import BaseForm
from django.template import engines
from django.template.base import NodeList, Parser, Token
from django.utils.safestring import SafeString, mark_safe

from matang.ui.icons import icon

register = template.Library()
PARTS = ("title", "head", "content", "scripts")


class ShellNode(template.Node):
    """Draws its parts inside a Jinja2 page."""

    def __init__(self, page: str, parts: list[NodeList]) -> None:
        self.page = page
        self.parts = parts

    def render(self, context: template.Context) -> SafeString:
        """Render the parts with Django, then the page around them with Jinja2."""
        drawn = {name: mark_safe(part.render(context).strip()) for name, part in zip(PARTS, self.parts, strict=True)}  # noqa: S308
        page = engines["jinja2"].get_template(self.page)
        return mark_safe(page.render({"part": drawn}, context["request"]))  # noqa: S308 -- both engines escape


@register.tag
def shell(parser: Parser, token: Token) -> ShellNode:
    """Parse ``{% shell "page" %}``: four parts, divided by ``{% part %}``."""
    page = token.split_contents()[1].strip("\"'")
    parts = []
    for _ in PARTS[:-1]:
        parts.append(parser.parse(("part",)))
        parser.delete_first_token()
    parts.append(parser.parse(("endshell",)))
    parser.delete_first_token()
    return ShellNode(page, parts)


@register.simple_tag(takes_context=True)
def our_fields(context: template.Context, form: BaseForm) -> SafeString:
    """Draw the errors and fields of a form as everywhere else: a label above, not repeated inside as a placeholder."""
    for field in form.fields.values():
        field.widget.attrs.pop("placeholder", None)
    page = engines["jinja2"].get_template("ui/fields.html")
    return mark_safe(page.render({"form": form}, context["request"]))  # noqa: S308 -- Jinja2 escapes


@register.simple_tag
def our_icon(name: str, size: int = 20) -> SafeString:
    """Draw an icon."""
    return icon(name, size)

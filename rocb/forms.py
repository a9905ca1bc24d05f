"""How every form of the portal is drawn."""

from django.forms.renderers import TemplatesSetting


class PortalRenderer(TemplatesSetting):
    """Labels above, help under the label, errors linked: see templates/django/forms/."""

    form_template_name = "django/forms/portal.html"
    field_template_name = "django/forms/portal_field.html"

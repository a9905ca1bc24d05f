"""Reports of before: all of them were the one series of the first office."""

from django.db import migrations


def give_series(apps, _editor):
    report = apps.get_model("reports", "Report")
    if not report.objects.exists():
        return
    office = apps.get_model("rocb", "Office").objects.order_by("pk").first()
    series, _made = apps.get_model("reports", "Series").objects.get_or_create(
        code="good-practice",
        defaults={"office": office, "title": "Customs Good Practice Reports", "is_main": True},
    )
    for row in report.objects.filter(series=None):
        row.office, row.series, row.handle = office, series, str(row.number)
        row.save()


class Migration(migrations.Migration):
    dependencies = [("reports", "0003_library")]
    operations = [migrations.RunPython(give_series, migrations.RunPython.noop)]

"""Answers Django's `has_perm` from the policy table, and lets nobody in outside their dates."""

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth import get_user_model
from django.utils import timezone

from rocb.policy import permissions_of
from rocb.standing import Blank, find


class PolicyBackend(AuthenticationBackend):
    """Sign-in by e-mail (allauth), rights by role, both only between a user's two dates."""

    def get_user(self, user_id):
        users = get_user_model()._default_manager.select_related("person__organisation__office")
        user = find(("user",), lambda: users.filter(pk=Blank("pk")), pk=user_id)
        return user if user and self.user_can_authenticate(user) else None

    def user_can_authenticate(self, user):
        return user.is_current(timezone.now())

    def get_all_permissions(self, user_obj, obj=None):
        if not user_obj.is_authenticated or obj is not None or not user_obj.is_active:
            return set()
        return set(permissions_of(user_obj.role))

    def get_user_permissions(self, user_obj, obj=None):
        return set()

    def get_group_permissions(self, user_obj, obj=None):
        return self.get_all_permissions(user_obj, obj)

    def has_perm(self, user_obj, perm, obj=None):
        if not user_obj.is_authenticated or not user_obj.is_active or obj is not None:
            return False
        return perm in permissions_of(user_obj.role)

    def has_module_perms(self, user_obj, app_label):
        return any(name.startswith(f"{app_label}.") for name in permissions_of(user_obj.role))

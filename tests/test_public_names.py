"""Every public name can be imported and says what it is."""

import importlib
import inspect
import pkgutil

import dragoman


def modules():
    yield dragoman
    for info in pkgutil.walk_packages(dragoman.__path__, "dragoman."):
        if not info.name.endswith("__main__"):
            yield importlib.import_module(info.name)


def test_every_name_in_all_exists_and_is_documented():
    named, faults = 0, []
    for module in modules():
        assert module.__doc__, module.__name__
        for name in getattr(module, "__all__", ()):
            named += 1
            value = getattr(module, name, None)
            if value is None:
                faults.append(f"{module.__name__}.{name} does not exist")
            elif (inspect.isfunction(value) or inspect.isclass(value)) and not value.__doc__:
                faults.append(f"{module.__name__}.{name} has no docstring")
    assert named > 150
    assert not faults, "\n".join(faults)

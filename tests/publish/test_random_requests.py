"""Requests drawn at random from the API's own description never break the server.

A few a route here; for longer, `schemathesis run` against a server (docs/how-to/serve.md).
"""

import os

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings

from dragoman.cli.demonstration import read_sample
from dragoman.publish.access import Access
from dragoman.publish.app import create_app
from dragoman.settings import Settings

EXAMPLES = int(os.environ.get("DRAGOMAN_RANDOM_REQUESTS", "12"))
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


@pytest.fixture(scope="module")
def described(tmp_path_factory):
    db = tmp_path_factory.mktemp("random") / "demo.db"
    read_sample(db)
    access = Access(db)
    key = access.add_key("desk")
    access.close()
    app = create_app(Settings(db=db, pace=0, max_body=100_000, use_model=False))
    return schemathesis.openapi.from_asgi("/api/v1/openapi.json", app), key


def test_no_request_that_the_description_allows_is_a_server_error(described):
    schema, key = described
    tried = 0
    for found in schema.get_all_operations():
        operation = found.ok()

        @settings(
            max_examples=EXAMPLES, deadline=None, derandomize=True, database=None,
            suppress_health_check=list(HealthCheck),
        )  # fmt: skip
        @given(case=operation.as_strategy())
        def ask(case):
            response = case.call(headers={"Authorization": f"Bearer {key}"})
            assert response.status_code < 500, f"{case.as_curl_command()}: {response.text}"

        ask()
        tried += 1
    assert tried >= 14

"""Corrections for many tests, and priors from shares."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import false_discovery_control

from tropegraph.analyse.chance import adjusted, pooled

CHANCES = st.lists(st.floats(0, 1), min_size=1, max_size=30).map(np.array)


@given(CHANCES)
def test_q_values_are_those_of_scipy(p):
    assert adjusted(p) == pytest.approx(false_discovery_control(p))


@given(CHANCES, st.integers(0, 20))
def test_tests_that_are_not_listed_had_1(p, more):
    whole = false_discovery_control(np.append(p, np.ones(more)))
    assert adjusted(p, len(p) + more) == pytest.approx(whole[: len(p)])


def test_q_values_of_the_example_of_benjamini_and_hochberg():
    """The 15 p values of their section 3.3, of which four stay below 0.05."""
    p = [
        0.0001,
        0.0004,
        0.0019,
        0.0095,
        0.0201,
        0.0278,
        0.0298,
        0.0344,
        0.0459,
        0.3240,
        0.4262,
        0.5719,
        0.6528,
        0.7590,
        1,
    ]
    assert (adjusted(np.array(p)) <= 0.05).sum() == 4


def test_the_strength_of_a_prior_is_found_again():
    """Shares drawn from beta(2, 6): a mean of 1/4, worth 8 trials."""
    rng = np.random.default_rng(3)
    trials = rng.integers(5, 60, 20_000).astype(float)
    share, strength = pooled(rng.binomial(trials.astype(int), rng.beta(2, 6, len(trials))).astype(float), trials)
    assert share == pytest.approx(0.25, abs=0.01)
    assert strength == pytest.approx(8, rel=0.05)


def test_shares_that_do_not_vary_beyond_chance_are_all_one():
    assert pooled(np.array([1.0, 2.0]), np.array([2.0, 4.0])) == (0.5, np.inf)
    assert pooled(np.array([0.0, 0.0]), np.array([2.0, 4.0])) == (0, np.inf)
    assert pooled(np.zeros(0), np.zeros(0)) == (0, np.inf)

"""Ways through a lattice."""

import math

import pytest

from multilex.align.lattice import best_path, near_diagonal

SHAPES = ((1, 1), (1, 0), (0, 1))


def test_the_best_path_and_how_sure_it_is() -> None:
    def gain(start: tuple[int, ...], sizes: tuple[int, ...]) -> float:
        return 1.0 if sizes == (1, 1) and start in {(0, 0), (1, 2)} else -1.0

    path = best_path(near_diagonal(2, 3, 9), SHAPES, gain)
    assert [(step.start, step.sizes) for step in path] == [((0, 0), (1, 1)), ((1, 1), (0, 1)), ((1, 2), (1, 1))]
    assert all(0.5 < step.probability <= 1.0 for step in path)


def test_two_equal_ways_are_half_sure_each() -> None:
    path = best_path(near_diagonal(1, 1, 9), ((1, 0), (0, 1)), lambda start, sizes: 0.0)
    assert [step.probability for step in path] == pytest.approx([0.5, 0.5])


def test_probabilities_are_those_of_all_ways_counted_one_by_one() -> None:
    ways = {"together": 0.3, "first before second": 2 * -0.4, "second before first": 2 * -0.4}
    (step,) = best_path(near_diagonal(1, 1, 9), SHAPES, lambda start, sizes: 0.3 if sizes == (1, 1) else -0.4)
    assert step.probability == pytest.approx(math.exp(0.3) / sum(map(math.exp, ways.values())))


def test_no_path_is_no_steps() -> None:
    assert best_path([(0, 0), (2, 2)], SHAPES, lambda start, sizes: 0.0) == ()

"""What the names of files of observations spell, and which names are none."""

from __future__ import annotations

import pytest

from kpi.facts.filenames import of_batch, of_fact

BATCHES = {
    "batch_2025-06-08_kosis.toml": "2025-06-08",
    "batch_2025-06-08_a-1.toml": "2025-06-08",
    "batch_2025-06-08_kosis_2.toml": "2025-06-08",
    "batch_2025-06-08_ko.sis.toml": "2025-06-08",
    "batch_2025-13-99_z0.toml": "2025-13-99",  # whether there is such a day is asked elsewhere
}
NO_BATCHES = [
    "", "batch.toml", "batch_2025-06-08.toml", "batch_2025-06-08_.toml", "batch__kosis.toml",
    "batch_2025-06-08_kosis", "batch_2025-06-08_kosis.json",
    "batches_2025-06-08_kosis.toml", "Batch_2025-06-08_kosis.toml", "batch_2025-06-08_Kosis.toml",
    "batch_2025-06-08_통계.toml", "batch_2025_kosis.toml",
    "batch_2025-06-0_kosis.toml", "batch_2025-06-081_kosis.toml", "batch_2025.06-08_kosis.toml",
    "batch_2025-06.08_kosis.toml", "batch_2025-06-0A_kosis.toml", "batch_2O25-06-08_kosis.toml",
    "batch_2025-O6-08_kosis.toml", "batch_2025-06-0８_kosis.toml",
]  # fmt: skip

FACTS = {
    "2023_2025-06-08.toml": ("2023", "2025-06-08", ""),
    "2023-W05_2025-06-08_r2.toml": ("2023-W05", "2025-06-08", "2"),
    "2023-S1_2025-06-08_r99.toml": ("2023-S1", "2025-06-08", "99"),
    "2023-06-30_2025-06-08_r1.toml": ("2023-06-30", "2025-06-08", "1"),
    "2-XZA_9.toml": ("2-XZA", "9", ""),  # what these mean is asked elsewhere
}
NO_FACTS = [
    "", "2023.toml", "2023_.toml", "_2025-06-08.toml", "2023_2025-06-08", "2023_2025-06-08.TOML",
    "2023_2025-06-08_r2_r3.toml", "2023_2025-06-08_2.toml", "2023_2025-06-08_R2.toml",
    "2023_2025-06-08_x2.toml", "2023_2025-06-08_.toml", "2023_2025-06-08_r.toml",
    "2023_2025-06-08_r0.toml", "2023_2025-06-08_r02.toml", "2023_2025-06-08_r100.toml",
    "2023_2025-06-08_r2x.toml", "2023_2025-06-08_r-2.toml", "Q1-2023_2025-06-08.toml",
    "-2023_2025-06-08.toml", "2023-q1_2025-06-08.toml", "2023.5_2025-06-08.toml",
    "2023_2025-06-0X.toml", "2023_2025/06/08.toml", "2023 _2025-06-08.toml",
    "２023_2025-06-08.toml", "2023_2025-06-08_r２.toml",
]  # fmt: skip


@pytest.mark.parametrize("name", BATCHES)
def test_a_batch_is_named_by_a_day_and_a_label(name: str) -> None:
    """And is no single fact."""
    assert of_batch(name) == BATCHES[name]
    assert of_fact(name) is None


@pytest.mark.parametrize("name", FACTS)
def test_a_fact_is_named_by_period_and_day_and_the_number_of_its_correction(name: str) -> None:
    """And is no batch."""
    assert of_fact(name) == FACTS[name]
    assert of_batch(name) is None


@pytest.mark.parametrize("name", NO_BATCHES)
def test_what_is_no_name_of_a_batch(name: str) -> None:
    """One sign too many, too few, or another."""
    assert of_batch(name) is None


@pytest.mark.parametrize("name", NO_FACTS)
def test_what_is_no_name_of_a_fact(name: str) -> None:
    """One sign too many, too few, or another."""
    assert of_fact(name) is None

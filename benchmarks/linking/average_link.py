"""Groups of what is alike, by average link."""

import numpy as np

Matrix = np.ndarray[tuple[int, int], np.dtype[np.float64]]


def average_link(likeness: Matrix, least: float) -> list[int]:
    """Group what is alike: two groups are joined while the mean likeness of their members is at least `least`.

    The number of each one's group, from 0 in order of first appearance. By chains of nearest neighbours (Murtagh 1983),
    which give the groups of joining the closest pair first (but for ties) in the square of their number.
    """
    alike = likeness.astype(np.float64, copy=True)
    np.fill_diagonal(alike, -np.inf)
    weight = np.ones(len(alike))
    group = np.arange(len(alike))
    waiting = list(range(len(alike)))[::-1]
    done = np.zeros(len(alike), dtype=bool)
    chain: list[int] = []
    while chain or waiting:
        if not chain:
            chain = [waiting.pop()]
        one = chain[-1]
        if done[one]:
            chain.pop()
            continue
        other = int(alike[one].argmax())
        if len(chain) > 1 and alike[one, chain[-2]] >= alike[one, other]:
            other = chain[-2]
        if alike[one, other] < least:  # Joining others cannot bring it any closer: a mean is never above all its parts.
            done[one] = True
            alike[one], alike[:, one] = -np.inf, -np.inf
            chain.pop()
        elif len(chain) > 1 and other == chain[-2]:
            merged = (weight[one] * alike[one] + weight[other] * alike[other]) / (weight[one] + weight[other])
            alike[other], alike[:, other] = merged, merged
            alike[one], alike[:, one] = -np.inf, -np.inf
            alike[other, other] = -np.inf
            weight[other] += weight[one]
            done[one] = True
            group[group == one] = other
            del chain[-2:]
            waiting.append(other)
        else:
            chain.append(other)
    order = {number: place for place, number in enumerate(dict.fromkeys(group.tolist()))}
    return [order[number] for number in group.tolist()]

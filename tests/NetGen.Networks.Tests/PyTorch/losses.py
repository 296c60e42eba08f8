"""Steps of gradient descent on weighted losses with PyTorch, in double precision.

usage: losses.py FOLDER...

FOLDER/network.json: inputs, hidden units and outputs of a network of two layers, tanh between them; activation of the output,
loss and its numbers; learningRate and steps. FOLDER/parameters (W1 row by row, b1, W2, b2), x, y and weights: doubles.
Writes FOLDER/result: outputs, weighted cost and gradients before the first step, and the parameters after the last.
"""
import array
import json
import sys

import torch
from torch.nn import functional


def losses(run, z, a, y):
    """The loss of each example, summed over the outputs."""
    name, smoothing = run["loss"], run["labelSmoothing"]
    if name == "CrossEntropy":
        return functional.cross_entropy(z, y, reduction="none", label_smoothing=smoothing)
    y = y * (1 - smoothing) + smoothing / (y.shape[1] if run["output"] == "Softmax" else 2)
    if name == "BinaryCrossEntropy":
        each = functional.binary_cross_entropy_with_logits(z, y, reduction="none")
    elif name == "Huber":
        each = functional.huber_loss(a, y, reduction="none", delta=run["delta"])
    elif name == "Hinge":
        each = torch.relu(1 - (2 * y - 1) * z)
    elif name == "Poisson":
        each = functional.poisson_nll_loss(z, y, log_input=True, reduction="none")
    elif name == "Quantile":
        each = torch.maximum(run["quantile"] * (y - a), (run["quantile"] - 1) * (y - a))
    elif run["output"] == "Softmax":
        each = -y * (1 - a) ** run["gamma"] * torch.log_softmax(z, dim=1)
    else:
        p = y * a + (1 - y) * (1 - a)
        each = functional.binary_cross_entropy_with_logits(z, y, reduction="none") * (1 - p) ** run["gamma"]
    return each.sum(dim=1)


OUTPUTS = {
    "Linear": lambda z: z,
    "Tanh": torch.tanh,
    "Softplus": lambda z: functional.softplus(z, threshold=50),
    "Sigmoid": torch.sigmoid,
    "Exponential": torch.exp,
    "Softmax": lambda z: torch.softmax(z, dim=1),
}


def read(folder, name):
    values = array.array("d")
    with open(f"{folder}/{name}", "rb") as file:
        values.frombytes(file.read())
    return torch.tensor(values, dtype=torch.float64)


def main(folder):
    with open(f"{folder}/network.json", encoding="utf-8") as file:
        run = json.load(file)
    inputs, hidden, outputs = run["sizes"]
    sizes = [hidden * inputs, hidden, outputs * hidden, outputs]
    parts = [part.clone().requires_grad_() for part in read(folder, "parameters").split(sizes)]
    x, y, weights = read(folder, "x").reshape(-1, inputs), read(folder, "y").reshape(-1, outputs), read(folder, "weights")
    optimizer = torch.optim.SGD(parts, lr=run["learningRate"])
    result = []
    for step in range(run["steps"]):
        optimizer.zero_grad()
        a1 = torch.tanh(functional.linear(x, parts[0].reshape(hidden, inputs), parts[1]))
        z = functional.linear(a1, parts[2].reshape(outputs, hidden), parts[3])
        a = OUTPUTS[run["output"]](z)
        cost = (weights * losses(run, z, a, y)).mean()
        cost.backward()
        if step == 0:
            result += [*a.detach().flatten().tolist(), cost.item(), *torch.cat([part.grad for part in parts]).tolist()]
        optimizer.step()
    result += torch.cat([part.detach() for part in parts]).tolist()
    with open(f"{folder}/result", "wb") as file:
        array.array("d", result).tofile(file)


torch.set_num_threads(1)
for argument in sys.argv[1:]:
    main(argument)

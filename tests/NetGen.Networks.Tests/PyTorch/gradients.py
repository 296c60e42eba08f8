"""Computes cost and gradients of one network with PyTorch's automatic differentiation, in double precision.

usage: gradients.py FOLDER

FOLDER/network.json: sizes, activations and slopes of the layers, loss. FOLDER/parameters, x and y: doubles,
parameters as W1 row by row, b1, W2, ... Writes FOLDER/result: the cost and the gradients, in the same order.
"""
import array
import json
import sys

import torch
from torch.nn import functional

ACTIVATIONS = {
    "Linear": lambda z, slope: z,
    "Sigmoid": lambda z, slope: torch.sigmoid(z),
    "Tanh": lambda z, slope: torch.tanh(z),
    "Relu": lambda z, slope: torch.relu(z),
    "LeakyRelu": lambda z, slope: functional.leaky_relu(z, slope),
    "Softmax": lambda z, slope: torch.softmax(z, dim=1),
    "Gelu": lambda z, slope: functional.gelu(z, approximate="tanh"),
    "GeluErf": lambda z, slope: functional.gelu(z),
    "Silu": lambda z, slope: functional.silu(z),
    "Elu": lambda z, slope: functional.elu(z),
    "Softplus": lambda z, slope: functional.softplus(z, threshold=50),
    "Exponential": lambda z, slope: torch.exp(z),
}


def focal(z, a, y, gamma=2):
    """Of softmax outputs by the sum over the classes, of sigmoid outputs by the probability of the label (sigmoid_focal_loss of torchvision)."""
    if torch.allclose(a.sum(dim=1), torch.ones(len(a), dtype=a.dtype), atol=1e-9):
        return -(y * (1 - a) ** gamma * torch.log_softmax(z, dim=1)).sum()
    p = y * a + (1 - y) * (1 - a)
    return (functional.binary_cross_entropy_with_logits(z, y, reduction="none") * (1 - p) ** gamma).sum()


# Each from Z and A of the output layer: a mean over the examples of sums over the outputs.
LOSSES = {
    "BinaryCrossEntropy": lambda z, a, y: functional.binary_cross_entropy_with_logits(z, y, reduction="sum"),
    "CrossEntropy": lambda z, a, y: functional.cross_entropy(z, y, reduction="sum"),
    "SquaredError": lambda z, a, y: functional.mse_loss(a, y, reduction="sum") / 2,
    "AbsoluteError": lambda z, a, y: functional.l1_loss(a, y, reduction="sum"),
    "Huber": lambda z, a, y: functional.huber_loss(a, y, reduction="sum"),
    "Hinge": lambda z, a, y: torch.relu(1 - (2 * y - 1) * z).sum(),
    "Poisson": lambda z, a, y: functional.poisson_nll_loss(z, y, log_input=True, reduction="sum"),
    "Quantile": lambda z, a, y: torch.maximum(0.5 * (y - a), -0.5 * (y - a)).sum(),
    "Focal": focal,
}


def read(folder, name):
    values = array.array("d")
    with open(f"{folder}/{name}", "rb") as file:
        values.frombytes(file.read())
    return torch.tensor(values, dtype=torch.float64)


def main(folder):
    with open(f"{folder}/network.json", encoding="utf-8") as file:
        network = json.load(file)
    sizes = network["sizes"]
    parameters = read(folder, "parameters").requires_grad_()
    x = read(folder, "x").reshape(-1, sizes[0])
    y = read(folder, "y").reshape(-1, sizes[-1])

    a, start = x, 0
    for inputs, units, activation, slope in zip(sizes, sizes[1:], network["activations"], network["slopes"]):
        weights = parameters[start:start + units * inputs].reshape(units, inputs)
        bias = parameters[start + units * inputs:start + units * inputs + units]
        start += units * inputs + units
        z = functional.linear(a, weights, bias)
        a = ACTIVATIONS[activation](z, slope)

    cost = LOSSES[network["loss"]](z, a, y) / x.shape[0]
    cost.backward()
    with open(f"{folder}/result", "wb") as file:
        array.array("d", [cost.item(), *parameters.grad.tolist()]).tofile(file)


for argument in sys.argv[1:]:
    main(argument)

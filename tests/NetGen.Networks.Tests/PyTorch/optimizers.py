"""What a hundred steps of PyTorch's optimizers make of a network's parameters, in double precision.

usage: optimizers.py FOLDER

The network is 5-16-3: tanh, softmax, cross-entropy. FOLDER/runs.json: the number of steps, and for each run its name, the
class of torch.optim, its arguments, the decay and whether biases have it, and the bounds of clip_grad_value_ and, before it,
clip_grad_norm_ (null: none).
FOLDER/parameters (W1 row by row, b1, W2, b2), x and classes: doubles; all examples are the batch of each step.
Writes FOLDER/NAME: the parameters after the steps.
"""
import array
import json
import sys

import torch
from torch import nn
from torch.nn import functional

SIZES = (5, 16, 3)


def read(folder, name):
    values = array.array("d")
    with open(f"{folder}/{name}", "rb") as file:
        values.frombytes(file.read())
    return torch.tensor(values, dtype=torch.float64)


def network(parameters):
    layers, start = [], 0
    for inputs, units in zip(SIZES, SIZES[1:]):
        layer = nn.Linear(inputs, units, dtype=torch.float64)
        with torch.no_grad():
            layer.weight.copy_(parameters[start:start + units * inputs].reshape(units, inputs))
            layer.bias.copy_(parameters[start + units * inputs:start + units * inputs + units])
        start += units * (inputs + 1)
        layers.append(layer)
    return layers


def train(run, steps, parameters, x, classes):
    layers = network(parameters)
    groups = [
        {"params": [layer.weight for layer in layers], "weight_decay": run["decay"]},
        {"params": [layer.bias for layer in layers], "weight_decay": run["decay"] if run["ofAll"] else 0.0},
    ]
    optimizer = getattr(torch.optim, run["optimizer"])(groups, **run["arguments"])
    everything = [parameter for layer in layers for parameter in (layer.weight, layer.bias)]
    for _ in range(steps):
        optimizer.zero_grad()
        z = layers[1](torch.tanh(layers[0](x)))
        functional.cross_entropy(z, classes).backward()
        if run["clipNorm"] is not None:
            nn.utils.clip_grad_norm_(everything, run["clipNorm"])
        if run["clip"] is not None:
            nn.utils.clip_grad_value_(everything, run["clip"])
        optimizer.step()
    return torch.cat([parameter.detach().flatten() for parameter in everything])


def main(folder):
    torch.set_num_threads(1)
    with open(f"{folder}/runs.json", encoding="utf-8") as file:
        task = json.load(file)
    x = read(folder, "x").reshape(-1, SIZES[0])
    classes = read(folder, "classes").long()
    for run in task["runs"]:
        trained = train(run, task["steps"], read(folder, "parameters"), x, classes)
        with open(f"{folder}/{run['name']}", "wb") as file:
            file.write(array.array("d", trained.tolist()).tobytes())


if __name__ == "__main__":
    main(sys.argv[1])

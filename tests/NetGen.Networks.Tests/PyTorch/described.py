"""The networks of DescribedNetworks.cs as PyTorch has them, in double precision: what they give, and what a hundred steps make of them.

usage: described.py FOLDER...

FOLDER/run.json: the network's class, the names and shapes of its parameters in their order, the size of a batch, the
learning rate, the number of steps. FOLDER/parameters, x and classes: doubles. Writes, in the same order:

    outputs, trainedOutputs   of all examples, when predicting: before and after the steps
    losses                    of each example of the first batch, as training sees it
    gradients                 of the mean loss of the first batch; 0 for what no gradient reaches
    costs                     of the batch of each step, before its update
    trained                   the parameters after the steps, running statistics included
"""
import array
import json
import sys

import torch
from torch import nn
from torch.nn import functional

# NetGen's names of a layer's parameters, and PyTorch's.
PARAMETERS = {"W": "weight", "b": "bias", "gamma": "weight", "beta": "bias", "mean": "running_mean", "variance": "running_var"}


def gelu(z):
    return functional.gelu(z, approximate="tanh")


class BatchNormNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.dense1, self.norm1 = nn.Linear(6, 20), nn.BatchNorm1d(20)
        self.dense2, self.norm2 = nn.Linear(20, 17, bias=False), nn.BatchNorm1d(17, momentum=0.3, eps=1e-3)
        self.dense3 = nn.Linear(17, 3)

    def forward(self, x):
        a = torch.tanh(self.norm1(self.dense1(x)))
        return self.dense3(functional.silu(self.norm2(self.dense2(a))))


class LayerNormNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.dense1, self.norm1 = nn.Linear(6, 24), nn.LayerNorm(24)
        self.dense2, self.norm2 = nn.Linear(24, 13), nn.LayerNorm(13, eps=1e-3)
        self.dense3 = nn.Linear(13, 4)

    def forward(self, x):
        a = gelu(self.norm1(self.dense1(x)))
        return self.dense3(torch.tanh(self.norm2(self.dense2(a))))


class EmbeddingNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.embed1, self.embed2 = nn.Embedding(7, 3), nn.Embedding(5, 4)
        self.dense1, self.dense2 = nn.Linear(10, 12), nn.Linear(12, 3)

    def forward(self, x):
        country, job = x[:, 3].long(), x[:, 4].long()
        a = torch.cat([x[:, :3], self.embed1(country), self.embed2(job)], dim=1)
        return self.dense2(functional.silu(self.dense1(a)))


class ResidualNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.a = nn.Linear(6, 20)
        self.dense2, self.dense3 = nn.Linear(20, 32), nn.Linear(32, 20)
        self.dense4, self.dense5 = nn.Linear(20, 20), nn.Linear(20, 3)

    def forward(self, x):
        a = torch.tanh(self.a(x))
        b = functional.silu(a + self.dense3(gelu(self.dense2(a))))
        return self.dense5(b + torch.tanh(self.dense4(b)))


class ConcatNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.left, self.right = nn.Linear(6, 9), nn.Linear(6, 14)
        self.dense3, self.dense4 = nn.Linear(29, 8), nn.Linear(17, 3)

    def forward(self, x):
        left, right = torch.tanh(self.left(x)), functional.elu(self.right(x))
        both = functional.softplus(self.dense3(torch.cat([left, x, right], dim=1)), threshold=50)
        return self.dense4(torch.cat([both, left], dim=1))


class FrozenNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.dense1, self.stem = nn.Linear(6, 12), nn.BatchNorm1d(12)
        self.dense2, self.norm2 = nn.Linear(12, 8), nn.BatchNorm1d(8)
        self.dense3 = nn.Linear(20, 3)
        for parameter in [*self.dense1.parameters(), *self.stem.parameters()]:
            parameter.requires_grad_(False)

    def train(self, mode=True):
        super().train(mode)
        self.stem.eval()
        return self

    def forward(self, x):
        stem = torch.tanh(self.stem(self.dense1(x)))
        return self.dense3(torch.cat([stem, torch.tanh(self.norm2(self.dense2(stem)))], dim=1))


class TogetherNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.embed1, self.embed2 = nn.Embedding(9, 6), nn.Embedding(4, 2)
        self.dense1, self.a = nn.Linear(18, 72), nn.BatchNorm1d(72)
        self.dense2, self.norm2 = nn.Linear(72, 96), nn.LayerNorm(96)
        self.dense3, self.dense4 = nn.Linear(96, 72), nn.Linear(144, 5)

    def forward(self, x):
        country, job = x[:, 10].long(), x[:, 11].long()
        a = gelu(self.a(self.dense1(torch.cat([x[:, :10], self.embed1(country), self.embed2(job)], dim=1))))
        b = a + self.dense3(functional.silu(self.norm2(self.dense2(a))))
        return self.dense4(torch.cat([torch.tanh(b), a], dim=1))


class Run:
    def __init__(self, folder):
        self.folder = folder
        with open(f"{folder}/run.json", encoding="utf-8") as file:
            self.run = json.load(file)
        self.parameters = self.read("parameters")
        self.classes = self.read("classes").long()
        self.x = self.read("x").reshape(len(self.classes), -1)
        self.batches = list(zip(self.x.split(self.run["batchSize"]), self.classes.split(self.run["batchSize"])))

    def read(self, name):
        values = array.array("d")
        with open(f"{self.folder}/{name}", "rb") as file:
            values.frombytes(file.read())
        return torch.tensor(values, dtype=torch.float64)

    def write(self, name, values):
        with open(f"{self.folder}/{name}", "wb") as file:
            array.array("d", values.detach().flatten().tolist()).tofile(file)

    def tensors(self, network):
        """The network's tensors in NetGen's order."""
        for parameter in self.run["parameters"]:
            layer, kind = parameter["name"].split(".")
            yield getattr(getattr(network, layer), PARAMETERS[kind]), parameter["shape"]

    def fresh(self):
        """The network with the initial parameters; every one of them must be given, and of its shape."""
        network = globals()[self.run["network"]]().double()
        start, known = 0, set()
        for tensor, shape in self.tensors(network):
            assert list(tensor.shape) == shape, f"{tensor.shape} and {shape}"
            tensor.data.copy_(self.parameters[start:start + tensor.numel()].reshape(shape))
            start += tensor.numel()
            known.add(id(tensor))
        assert start == len(self.parameters)
        assert all(id(parameter) in known for parameter in network.parameters())
        return network

    def predict(self, name, network):
        network.eval()
        self.write(name, torch.softmax(network(self.x), dim=1))

    def look(self):
        """Before a step: what the network predicts, and the loss and the gradients of the first batch."""
        network = self.fresh()
        self.predict("outputs", network)
        network.train()
        x, classes = self.batches[0]
        losses = functional.cross_entropy(network(x), classes, reduction="none")
        losses.mean().backward()
        self.write("losses", losses)
        self.write("gradients", torch.cat([
            (torch.zeros_like(tensor) if tensor.grad is None else tensor.grad).flatten() for tensor, _ in self.tensors(network)]))

    def train(self):
        network = self.fresh().train()
        optimizer = torch.optim.SGD([parameter for parameter in network.parameters() if parameter.requires_grad], lr=self.run["learningRate"])
        costs = []
        for step in range(self.run["steps"]):
            x, classes = self.batches[step % len(self.batches)]
            optimizer.zero_grad()
            cost = functional.cross_entropy(network(x), classes)
            cost.backward()
            optimizer.step()
            costs.append(cost.item())
        self.write("costs", torch.tensor(costs, dtype=torch.float64))
        self.write("trained", torch.cat([tensor.flatten() for tensor, _ in self.tensors(network)]))
        self.predict("trainedOutputs", network)


for argument in sys.argv[1:]:
    run = Run(argument)
    run.look()
    run.train()

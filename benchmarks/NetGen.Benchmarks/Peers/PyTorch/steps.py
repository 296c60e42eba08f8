"""Training steps on PyTorch, a number of them for each line that comes in: python3 steps.py BATCH THREADS MODULES.

MODULES are the inputs and then denseN, relu, norm, dropoutRATE; open and close enclose a residual block. Prints "ready", then "done" for each line:
a number runs so many steps of SGD with cross-entropy, "reset" begins anew with the initial parameters.
"""
import copy
import sys

import torch

RATE = 0.0075


class Block(torch.nn.Module):
    """What it is given, plus what its modules make of it."""

    def __init__(self, modules):
        super().__init__()
        self.inner = torch.nn.Sequential(*modules)

    def forward(self, x):
        return x + self.inner(x)


def network(words):
    size = int(words[0])
    stack = [[]]
    for word in words[1:]:
        if word.startswith("dense"):
            units = int(word[5:])
            stack[-1].append(torch.nn.Linear(size, units))
            size = units
        elif word == "relu":
            stack[-1].append(torch.nn.ReLU())
        elif word == "norm":
            stack[-1].append(torch.nn.BatchNorm1d(size))
        elif word.startswith("dropout"):
            stack[-1].append(torch.nn.Dropout(float(word[7:])))
        elif word == "open":
            stack.append([])
        elif word == "close":
            block = Block(stack.pop())
            stack[-1].append(block)
        else:
            raise SystemExit(f"{word} is no module")
    return torch.nn.Sequential(*stack[0]), int(words[0]), size


def main():
    batch, threads, words = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3].split()
    torch.set_num_threads(threads)
    torch.manual_seed(1)
    initial, inputs, outputs = network(words)
    x = torch.rand(batch, inputs)
    y = torch.randint(outputs, (batch,))
    print("ready", flush=True)
    net, optimizer = None, None
    for line in sys.stdin:
        if line.strip() == "reset":
            net = copy.deepcopy(initial)
            optimizer = torch.optim.SGD(net.parameters(), lr=RATE)
        else:
            for _ in range(int(line)):
                optimizer.zero_grad()
                torch.nn.functional.cross_entropy(net(x), y).backward()
                optimizer.step()
        print("done", flush=True)


main()

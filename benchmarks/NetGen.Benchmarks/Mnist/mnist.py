"""The time that a training of PyTorch takes to read as many test pictures of MNIST as asked.

usage: mnist.py FOLDER THREADS EPOCHS BATCH RATE DECAY GOAL SEED

784-512-256-10 with ReLU, dropout 0.3 and He's initial weights; AdamW with decay on weights alone; a warm-up over the first epoch times half a cosine.
Prints the seconds of training and the test accuracy after each epoch, evaluation not counted.
"""
import gzip
import math
import os
import sys
import time

import torch
from torch import nn
from torch.nn import functional


def read(folder, name, header):
    path = os.path.join(folder, name)
    with open(path, "rb") if os.path.exists(path) else gzip.open(path + ".gz", "rb") as file:
        return torch.frombuffer(bytearray(file.read()[header:]), dtype=torch.uint8)


def examples(folder, part):
    x = read(folder, f"{part}-images-idx3-ubyte", 16).reshape(-1, 784).float() / 255
    return x, read(folder, f"{part}-labels-idx1-ubyte", 8).long()


def main(folder, threads, epochs, batch, rate, decay, goal, seed):
    torch.set_num_threads(int(threads))
    torch.manual_seed(int(seed))
    epochs, batch = int(epochs), int(batch)
    x, y = examples(folder, "train")
    test_x, test_y = examples(folder, "t10k")
    layers = [nn.Linear(784, 512), nn.Linear(512, 256), nn.Linear(256, 10)]
    for layer in layers:
        nn.init.normal_(layer.weight, std=math.sqrt(2 / layer.in_features))
        nn.init.zeros_(layer.bias)
    net = nn.Sequential(layers[0], nn.ReLU(), nn.Dropout(0.3), layers[1], nn.ReLU(), nn.Dropout(0.3), layers[2])
    optimizer = torch.optim.AdamW(
        [
            {"params": [layer.weight for layer in layers], "weight_decay": float(decay)},
            {"params": [layer.bias for layer in layers], "weight_decay": 0.0},
        ],
        lr=float(rate))
    steps = math.ceil(len(x) / batch)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(step / steps, 1.0) * 0.5 * (1 + math.cos(math.pi * step / (epochs * steps))))
    seconds, reached = 0.0, None
    print("epoch  PyTorch: training s, test accuracy %")
    for epoch in range(epochs):
        started = time.perf_counter()
        net.train()
        order = torch.randperm(len(x))
        for first in range(0, len(x), batch):
            chosen = order[first:first + batch]
            optimizer.zero_grad(set_to_none=True)
            functional.cross_entropy(net(x[chosen]), y[chosen]).backward()
            optimizer.step()
            schedule.step()
        seconds += time.perf_counter() - started
        net.eval()
        with torch.no_grad():
            accuracy = (net(test_x).argmax(1) == test_y).float().mean().item()
        print(f"{epoch:5}  {seconds:.1f}, {100 * accuracy:.2f}", flush=True)
        if accuracy >= float(goal) and reached is None:
            reached = seconds
    print(f"PyTorch: {100 * float(goal):.0f} % after {reached if reached is None else format(reached, '.1f')} s of training")


if __name__ == "__main__":
    main(*sys.argv[1:])

using NetGen;

namespace Service;

/// <summary>Reads a digit of 8 x 8 pixels: ten softmax outputs, the probabilities of the ten digits.</summary>
[Layers(64, 256, 10, Initializer = Initializer.He)]
internal sealed partial class DigitNet;

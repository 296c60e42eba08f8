using NetGen;

namespace ShapeErrors;

/// <summary>The course's classifier of cat pictures, with pre-trained parameters of which none is right.</summary>
[Layers(12288, 20, 7, 5, 1)]
internal sealed partial class CatNet
{
    // error NETGEN0101: trained is 7x21, but layer 2 of CatNet maps 20 inputs to 7 units: W2 must be 7x20
    [Weights(2)] private static readonly float[,] trained = new float[7, 21];

    // error NETGEN0102: shift holds 8 values, but layer 2 of CatNet has 7 units: b2 must hold 7 values
    [Bias(2)] private static readonly float[] shift = new float[8];

    // error NETGEN0105: last is marked as the bias of layer 5, but CatNet has 4 layers: the layer must be from 1 to 4
    [Bias(5)] private static readonly float[] last = new float[1];
}

/// <summary>Packs 6 numbers into 5.</summary>
[Layers(6, 5, Output = Activation.Linear)]
internal sealed partial class Encoder;

/// <summary>Unpacks 4 numbers into 6.</summary>
[Layers(4, 6, Output = Activation.Linear)]
internal sealed partial class Decoder;

using NetGen;

namespace Vectorization;

/// <summary>A single dense layer of 64 sigmoid units over 1024 inputs: the step that all three ways compute.</summary>
[Layers(1024, 64, Output = Activation.Sigmoid)]
internal sealed partial class DenseNet;

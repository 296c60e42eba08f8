namespace Vectorization;

/// <summary>One way to compute a training step of a dense sigmoid layer: forward, gradient and update.</summary>
internal interface IDenseStep
{
    /// <summary>What the way is called.</summary>
    string Name { get; }

    /// <summary>The weights (64, 1024), row by row, and then the biases (64).</summary>
    ReadOnlySpan<float> Parameters { get; }

    /// <summary>Makes one step of gradient descent on all examples.</summary>
    void Step();
}

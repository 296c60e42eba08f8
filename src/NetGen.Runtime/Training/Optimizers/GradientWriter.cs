using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NetGen;

/// <summary>
/// Not an optimizer at heart: it stores each piece of the gradient and leaves the parameters alone. Generated networks compute gradients with it.
/// </summary>
/// <typeparam name="T">The element type: float or double.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct GradientWriter<T> : IOptimizer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Span<T> gradients;

    /// <summary>Stores gradients.</summary>
    /// <param name="gradients">Receives one value for each parameter.</param>
    public GradientWriter(Span<T> gradients) => this.gradients = gradients;

    /// <summary>Without meaning here: 0, whatever it is set to.</summary>
    public double LearningRate
    {
        get => 0.0;
        set { }
    }

    /// <summary>Checks that there is room for every gradient.</summary>
    /// <param name="parameterCount">The number of parameters of the network.</param>
    /// <exception cref="ArgumentException">The room is too small.</exception>
    public void BeginStep(int parameterCount) => Guard.Gradients(gradients.Length, parameterCount, "the network");

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Update(ref T parameters, nuint index, Vector512<T> gradient) => gradient.StoreUnsafe(ref MemoryMarshal.GetReference(gradients), index);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Update(ref T parameters, nuint index, Vector256<T> gradient) => gradient.StoreUnsafe(ref MemoryMarshal.GetReference(gradients), index);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Update(ref T parameters, nuint index, Vector128<T> gradient) => gradient.StoreUnsafe(ref MemoryMarshal.GetReference(gradients), index);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Update(ref T parameters, nuint index, T gradient) => Unsafe.Add(ref MemoryMarshal.GetReference(gradients), index) = gradient;
}

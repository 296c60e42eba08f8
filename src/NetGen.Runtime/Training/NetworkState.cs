using System.ComponentModel;
using System.Numerics;
using NetGen.Numerics;

namespace NetGen;

/// <summary>
/// What a generated network holds: its parameters, and the copies of its weights in the layout that its tiles read. A step keeps the copies up to date; after other changes they follow the parameters when they are next needed.
/// </summary>
/// <typeparam name="T">The element type: float or double.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NetworkState<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ParameterBlock<T> parameters;
    private readonly ParameterBlock<T> packed;
    private readonly Lock packing = new();
    private volatile bool isPacked;
    private volatile bool isInitialized;

    // Set by the views, which write without asking: until the next packing it stands for both of the above.
    private bool isChanged;

    /// <summary>Makes room for the parameters of a network.</summary>
    /// <param name="parameterCount">The number of parameters.</param>
    /// <param name="packedLength">The number of elements of the packed weights.</param>
    public NetworkState(int parameterCount, int packedLength)
    {
        parameters = new ParameterBlock<T>(parameterCount);
        packed = new ParameterBlock<T>(packedLength);
    }

    /// <summary>Copies weights into the packed layout.</summary>
    /// <param name="parameters">The first parameter.</param>
    /// <param name="packed">The first element of the packed weights.</param>
    public delegate void Packer(ref T parameters, ref T packed);

    /// <summary>Whether the parameters have been set or drawn.</summary>
    // What a view has changed is asked first: MarkPacked takes that note back only after it has made the other one.
    public bool IsInitialized => Volatile.Read(ref isChanged) || isInitialized;

    /// <summary>Set by a view that has written.</summary>
    public ref bool IsChanged => ref isChanged;

    /// <summary>The first parameter.</summary>
    public ref T Parameters => ref parameters.Reference;

    /// <summary>All parameters, to be read.</summary>
    public ReadOnlySpan<T> Values => parameters.Span;

    /// <summary>The first element of the packed weights.</summary>
    public ref T Packed => ref packed.Reference;

    /// <summary>Whether the packed weights are those of the parameters.</summary>
    public bool IsPacked => !Volatile.Read(ref isChanged) && isPacked;

    /// <summary>All parameters, to be replaced.</summary>
    public Span<T> Replace()
    {
        isPacked = false;
        isInitialized = true;
        return parameters.Span;
    }

    /// <summary>The parameters of one layer, for a view.</summary>
    /// <param name="start">The first of them.</param>
    /// <param name="length">How many.</param>
    public Span<T> View(int start, int length) => parameters.Span.Slice(start, length);

    /// <summary>Notes whether the packed weights are those of the parameters, and that every change by a view has been seen.</summary>
    /// <param name="isCurrent">Whether they are.</param>
    public void MarkPacked(bool isCurrent)
    {
        isInitialized |= isChanged;
        isPacked = isCurrent;
        Volatile.Write(ref isChanged, false);
    }

    /// <summary>Packs the weights unless that has been done since the parameters were last written; many threads may call it at once.</summary>
    /// <param name="pack">Packs.</param>
    public void EnsurePacked(Packer pack)
    {
        if (IsPacked)
            return;
        lock (packing)
        {
            if (IsPacked)
                return;
            pack(ref Parameters, ref Packed);
            MarkPacked(isCurrent: true);
        }
    }
}

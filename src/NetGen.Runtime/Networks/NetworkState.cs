using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using NetGen.Numerics;

namespace NetGen.CompilerServices;

/// <summary>
/// What a generated network holds: its parameters, and the copies of its weights in the layout that its tiles read. A step keeps the copies up to date; after
/// other changes they follow the parameters when they are next needed.
/// </summary>
/// <typeparam name="T">The element type: float or double.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class NetworkState<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ParameterBlock<T> parameters;
    private readonly ParameterBlock<T> packed;
    private readonly int[] trained;
    private readonly Lock packing = new();
    /// <summary>What messages call a step, and the computation of gradients.</summary>
    internal const string StepOperation = "TrainStep";
    internal const string GradientsOperation = "ComputeGradients";

    private readonly AccessGuard? guard;
    private volatile bool isPacked;
    private volatile bool isInitialized;
    private volatile bool isAsDrawn;

    // During a step the parameters and their packed copy are the step's alone.
    private volatile bool isUpdating;

    // Set by the views, which write without asking: until the next packing it stands for being initialized and for not being packed.
    private bool isChanged;

    /// <summary>Makes room for the parameters of a network.</summary>
    /// <param name="parameterCount">The number of parameters.</param>
    /// <param name="packedLength">The number of elements of the packed weights.</param>
    /// <param name="network">The network's name, for messages.</param>
    /// <param name="isWatched">Whether uses that must not overlap are noticed: in the Debug builds of the project that declares the network.</param>
    /// <param name="trained">Where each run of parameters that are trained starts and ends: those between are frozen, or statistics. Empty: all are.</param>
    public NetworkState(int parameterCount, int packedLength, string network, bool isWatched, ReadOnlySpan<int> trained = default)
    {
        this.trained = trained.ToArray();
        parameters = new ParameterBlock<T>(parameterCount);
        packed = new ParameterBlock<T>(packedLength);
        Network = network;
        guard = isWatched ? new AccessGuard(network) : null;
    }

    /// <summary>Copies weights into the packed layout.</summary>
    /// <param name="parameters">The first parameter.</param>
    /// <param name="packed">The first element of the packed weights.</param>
    public delegate void Packer(ref T parameters, ref T packed);

    /// <summary>The network's name, for messages.</summary>
    internal string Network { get; }

    /// <summary>Where each run of parameters that are trained starts and ends; empty where all are.</summary>
    internal ReadOnlySpan<int> Trained => trained;

    /// <summary>Whether the parameters have been set or drawn.</summary>
    // What a view has changed is asked first: MarkPacked takes that note back only after it has made the other one.
    public bool IsInitialized => Volatile.Read(ref isChanged) || isInitialized;

    /// <summary>Whether the parameters are those that were drawn: no step has changed and nothing has replaced all of them since.</summary>
    public bool IsAsDrawn => isAsDrawn;

    /// <summary>The first parameter.</summary>
    public ref T Parameters => ref parameters.Reference;

    /// <summary>All parameters, to be read.</summary>
    public ReadOnlySpan<T> Values => parameters.Span;

    /// <summary>The first element of the packed weights, for the step that keeps them up to date.</summary>
    public ref T Packed => ref packed.Reference;

    /// <summary>Whether the packed weights are those of the parameters.</summary>
    public bool IsPacked => !Volatile.Read(ref isChanged) && isPacked;

    /// <summary>Computes and keeps Z and A of every layer.</summary>
    /// <param name="description">The network.</param>
    /// <param name="x">The examples (m, n[0]).</param>
    /// <exception cref="ArgumentException">x does not hold whole examples.</exception>
    /// <exception cref="InvalidOperationException">In a Debug build: something is changing the parameters.</exception>
    public ForwardPass<T> Forward(NetworkDescription description, ReadOnlySpan<T> x)
    {
        using NetworkReading reading = Reading("Forward");
        return ForwardPass<T>.Compute(description, Values, x);
    }

    /// <summary>The parameters of one layer, for a view.</summary>
    /// <param name="start">The first of them.</param>
    /// <param name="length">How many.</param>
    public Span<T> View(int start, int length) => parameters.Span.Slice(start, length);

    /// <summary>The packed weights, packed anew when the parameters have been written since; many threads may call it at once.</summary>
    /// <param name="pack">Packs.</param>
    /// <returns>The first element. While a step is at work, which has the packed weights to itself, of a copy that is the caller's own.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref T EnsurePacked(Packer pack)
    {
        if (IsPacked)
        {
            return ref packed.Reference;
        }

        return ref PackedAnew(pack);
    }

    /// <summary>Runs a step.</summary>
    /// <param name="step">The step.</param>
    /// <param name="workers">How many workers run it.</param>
    /// <param name="changesParameters">Whether it does, or only computes gradients.</param>
    /// <param name="keepsPacked">Whether it keeps the packed weights up to date when it changes parameters; a step that fails does not.</param>
    /// <exception cref="InvalidOperationException">Another step of this network is at work, or, in a Debug build, anything else that uses it.</exception>
    public void Run<TStep>(ref TStep step, int workers, bool changesParameters, bool keepsPacked)
        where TStep : struct, IParallelJob<TStep>, allows ref struct
    {
        if (changesParameters)
        {
            Update(ref step, workers, StepOperation, keepsPacked);
        }
        else
        {
            Read(ref step, workers, GradientsOperation);
        }
    }

    /// <summary>Runs a job that leaves the parameters alone.</summary>
    /// <param name="job">The job.</param>
    /// <param name="workers">How many workers run it.</param>
    /// <param name="operation">What messages call it.</param>
    /// <exception cref="InvalidOperationException">In a Debug build: something is changing the parameters.</exception>
    internal void Read<TJob>(ref TJob job, int workers, string operation)
        where TJob : struct, IParallelJob<TJob>, allows ref struct
    {
        if (IsSliceOfThisThread)
        {
            WorkerTeam.Run(ref job, workers);
            return;
        }

        using NetworkReading reading = Reading(operation);
        WorkerTeam.Run(ref job, workers);
    }

    /// <summary>Notes whether the packed weights are those of the parameters, and that every change by a view has been seen.</summary>
    /// <param name="isCurrent">Whether they are.</param>
    private void MarkPacked(bool isCurrent)
    {
        isInitialized |= isChanged;
        isFolded = false;
        isPacked = isCurrent;
        Volatile.Write(ref isChanged, false);
    }

    /// <summary>Begins to read the parameters; disposing of the result ends it. Emitted code calls it in Debug builds only.</summary>
    /// <param name="operation">What reads them, for messages.</param>
    /// <exception cref="InvalidOperationException">In a Debug build: something is changing them.</exception>
    public NetworkReading Reading(string operation) => new(guard, operation);

    /// <summary>Before a view writes.</summary>
    /// <param name="view">What messages call it, such as "W2 of CatNet".</param>
    /// <exception cref="InvalidOperationException">A step is changing the parameters, or, in a Debug build, anything else is using them.</exception>
    internal void BeginViewWrite(string view) => BeginWrite(guard is null ? "CopyFrom" : $"CopyFrom of {view.Split(' ')[0]}");

    /// <summary>After a view has written, or failed to.</summary>
    internal void EndViewWrite()
    {
        Volatile.Write(ref isChanged, true);
        guard?.EndWrite();
    }

    /// <summary>A step that changes the parameters: they and the packed weights are its alone until it ends.</summary>
    /// <param name="step">The step.</param>
    /// <param name="workers">How many workers run it.</param>
    /// <param name="operation">What messages call it.</param>
    /// <param name="keepsPacked">Whether it keeps the packed weights up to date.</param>
    /// <exception cref="InvalidOperationException">Another step of this network is at work, or, in a Debug build, anything else that uses it.</exception>
    internal void Update<TStep>(ref TStep step, int workers, string operation, bool keepsPacked)
        where TStep : struct, IParallelJob<TStep>, allows ref struct
    {
        if (IsSliceOfThisThread)
        {
            BeginUpdate();
            WorkerTeam.Run(ref step, workers);
            return;
        }

        BeginWrite(operation);
        isUpdating = true;
        BeginUpdate();
        try
        {
            WorkerTeam.Run(ref step, workers);
            MarkPacked(keepsPacked);
        }
        finally
        {
            isUpdating = false;
            guard?.EndWrite();
        }
    }

    /// <summary>Notes, before the first parameter changes, what no longer holds from then on.</summary>
    private void BeginUpdate()
    {
        isAsDrawn = false;
        MarkPacked(isCurrent: false);
    }

    private void BeginWrite(string operation)
    {
        guard?.BeginWrite(operation);
        if (isUpdating)
        {
            ThrowUpdating(operation);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ref T PackedAnew(Packer pack)
    {
        if (isUpdating)
        {
            var own = new ParameterBlock<T>(packed.Length);
            pack(ref Parameters, ref own.Reference);
            return ref own.Reference;
        }
        lock (packing)
        {
            if (!IsPacked)
            {
                pack(ref Parameters, ref Packed);
                MarkPacked(isCurrent: true);
            }
        }
        return ref packed.Reference;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void ThrowUpdating(string operation) => throw new InvalidOperationException(
        $"{operation} of {Network} was called while a step is changing its parameters, in an update of its own or on another thread: call it between steps.");
}

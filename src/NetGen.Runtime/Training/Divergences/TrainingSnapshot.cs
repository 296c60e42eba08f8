using System.Numerics;

namespace NetGen;

/// <summary>A training at a moment, in memory that is made once: what its next steps depend on.</summary>
internal sealed class TrainingSnapshot<TNetwork, T, TOptimizer>
    where TNetwork : class, INetwork<TNetwork, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TOptimizer : struct, IOptimizer<T>
{
    private readonly T[] parameters = new T[TNetwork.ParameterCount];
    private readonly TrainingPosition position = new();
    private DropoutState dropout;
    private TOptimizer optimizer;
    private OptimizerState<T> live = OptimizerState<T>.None;
    private T[][] blocks = [];

    /// <summary>Takes the snapshot.</summary>
    public void Take(TNetwork network, ref TOptimizer optimizer, TrainingPosition position)
    {
        network.Parameters.CopyTo(parameters);
        dropout = network.DropoutState;
        this.position.CopyFrom(position);
        this.optimizer = optimizer;
        live = optimizer.GetState();
        if (!HasRoom())
        {
            blocks = [.. live.Blocks.Select(static block => new T[block.Values.Length])];
        }

        for (int i = 0; i < blocks.Length; i++)
        {
            live.Blocks[i].Values.CopyTo(blocks[i]);
        }
    }

    /// <summary>Goes back to it.</summary>
    public void Restore(TNetwork network, ref TOptimizer optimizer, TrainingPosition position)
    {
        network.SetParameters(parameters);
        network.DropoutState = dropout;
        position.CopyFrom(this.position);
        optimizer = this.optimizer;
        optimizer.RestoreState(new([.. live.Blocks.Select((block, i) => new OptimizerBlock<T>(block.Name, blocks[i]))], live.Scalars));
    }

    /// <summary>Whether the copies are as long as the blocks, which are made at the first step.</summary>
    private bool HasRoom()
    {
        bool hasRoom = blocks.Length == live.Blocks.Count;
        for (int i = 0; i < blocks.Length && hasRoom; i++)
        {
            hasRoom = blocks[i].Length == live.Blocks[i].Values.Length;
        }

        return hasRoom;
    }
}

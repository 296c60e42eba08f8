using NetGen.Generator.Memory;
using NetGen.Generator.Text;

namespace NetGen.Generator.Step.StraightLine;

/// <summary>How the code of a pass names what lies in a block of examples: feature after feature, each the vector of the block's examples.</summary>
internal sealed class RegisterBlock(KernelContext context, RegisterMemory memory)
{
    private readonly VectorText text = context.Text;

    /// <summary>Where features lie.</summary>
    public RegisterMemory Memory => memory;

    /// <summary>How much stands side by side.</summary>
    public RegisterPlan Plan { get; } = RegisterPlan.Of(context.Text.Width, memory);

    /// <summary>The elements of a block.</summary>
    public int Length => memory.Length * text.Lanes;

    /// <summary>The place of a feature.</summary>
    public string Place(int feature) => memory.Place(feature, text.Lanes, context.Names);

    /// <summary>The load of a feature.</summary>
    public string Load(int feature) => VectorText.Load(text.Width.Bits, "block", Place(feature));

    /// <summary>The store of a feature.</summary>
    public string Store(Expression value, int feature) => VectorText.Store(value, "block", Place(feature));

    /// <summary>A parameter in all lanes.</summary>
    public string Parameter(int index) => $"{text.Class}.Create({VectorText.At("parameters", index)})";

    /// <summary>The loop of a pass over blocks.</summary>
    public CodeWriter.Scope EachBlock() => context.Writer.Block("for (; blocks > 0; blocks--)");

    /// <summary>Writes the way to the next block.</summary>
    public void WriteNext() => context.Writer.Line($"block = ref Unsafe.Add(ref block, {Length});");
}

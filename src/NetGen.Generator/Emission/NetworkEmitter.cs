using System.Collections.Immutable;
using System.Linq;
using NetGen.Generator.Model;
using NetGen.Generator.Step;
using NetGen.Generator.Text;

namespace NetGen.Generator.Emission;

/// <summary>Writes the files of a network.</summary>
internal static class NetworkEmitter
{
    /// <summary>The emitted files; each hint name starts with the type's <see cref="TypeSpec.HintName"/>.</summary>
    public static ImmutableArray<(string HintName, string Text)> Emit(NetworkSpec spec)
    {
        NetworkPlan plan = Planner.Plan(spec);
        string name = spec.Type.HintName;
        return
        [
            ($"{name}.g.cs", SurfaceFileWriter.Write(plan)),
            ($"{name}.Declaration.g.cs", DeclarationWriter.Write(spec)),
            ($"{name}.Dispatch.g.cs", DispatchFileWriter.Write(plan)),
            .. plan.Widths.Select(width => ($"{name}.Kernels{VectorText.Number(width.Width.Bits)}.g.cs", KernelsFileWriter.Write(plan, width))),
        ];
    }
}

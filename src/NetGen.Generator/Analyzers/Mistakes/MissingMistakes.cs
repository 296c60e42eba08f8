using System.Linq;
using Microsoft.CodeAnalysis;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Surface;

namespace NetGen.Generator.Analyzers.Mistakes;

/// <summary>A call that leaves out what no default can stand for: <c>net.TrainStep(x, y)</c>, <c>Dataset&lt;float&gt;.FromRows(x, y)</c>.</summary>
internal static class MissingMistakes
{
    /// <summary>The mistake in a call, if it is this one.</summary>
    public static Mistake? Find(RefusedCall call)
    {
        // What is there is right or nearly so: what is missing is what must be said.
        if (call.Arguments.Any(argument => !argument.IsList && !(call.Owner.Network is null && ValueForm.IsWhole(argument.Type))))
        {
            return null;
        }

        int lists = call.Arguments.Count(static argument => argument.IsList);
        string x = call.Arguments.Length > 0 ? call.Arguments[0].TextOr("x") : "x";
        string y = lists > 1 ? call.Arguments.Last(static argument => argument.IsList).TextOr("y") : "y";
        string labels = lists < 2 ? "labels and " : "";
        return call.Name switch
        {
            SurfaceNames.TrainStep when call.Arguments.Length <= 2 =>
                Missing($"{labels}a learning rate or an optimizer", $"{call.Name}({x}, {y}, learningRate: 0.01) or {call.Name}({x}, {y}, ref optimizer)"),
            SurfaceNames.TrainStepWithCost when call.Arguments.Length <= 2 => Missing($"{labels}an optimizer", $"{call.Name}({x}, {y}, ref optimizer)"),
            RuntimeNames.FromRows or RuntimeNames.FromColumns when lists == 2 && call.Arguments.Length < 4 =>
                Missing("the number of inputs and of outputs of an example", $"{call.Name}({x}, inputSize, {y}, outputSize)"),
            RuntimeNames.FromArrays when call.Arguments is [{ Form.Form: Form.Matrix }, { Form: { IsValues: true, Form: not Form.Matrix } classes }]
                && ValueForm.IsWhole(classes.Element) =>
                Missing("the number of classes", $"{call.Name}({x}, {y}, classCount)"),
            _ => null,
        };

        Mistake Missing(string what, string right) => new(MistakeRules.MissingArgument, call.NameSyntax.GetLocation(), call.Name, what, right);
    }
}

using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Layers;
using NetGen.Generator.Text;

namespace NetGen.Generator.Step.Phases;

/// <summary>
/// Divides a step into phases. Workers wait for one another only where one needs what others compute: sums over the batch that a layer normalizes with, and dZ
/// of all examples, of which each parameter's gradient is the sum.
/// </summary>
internal sealed class PhasePlanner
{
    private readonly IReadOnlyList<LayerPlan> layers;
    private readonly List<Phase> phases = [];
    private readonly List<Pass> passes = [];
    private readonly List<IReadOnlyList<LayerPart>> parts = [];
    private readonly int forwardPasses;
    private readonly int backwardPasses;
    private int forward;
    private int backward;

    private PhasePlanner(IReadOnlyList<LayerPlan> layers)
    {
        this.layers = layers;
        forwardPasses = backwardPasses = 1 + layers.Count(static layer => layer.SumsBatch);
    }

    private bool DiffersInTraining => layers.Any(static layer => layer.DiffersInTraining);

    /// <summary>The phases of a network.</summary>
    /// <param name="layers">The plans of its layers; which of the widths' does not matter.</param>
    public static PhasePlan Plan(IReadOnlyList<LayerPlan> layers) => new PhasePlanner(layers).Plan();

    private PhasePlan Plan()
    {
        PlanForward();
        passes.Add(new Pass(PassKind.Output, "Deltas", [[new LayerPart(layers.Count, LayerWork.Delta)]]));
        PlanBackward();
        phases.Add(new ParameterPhase());
        Pass first = phases.OfType<ExamplePhase>().First().Passes[0];
        Pass prediction = DiffersInTraining
            ? new Pass(PassKind.Forward, "Forward", [.. layers.Select(static layer => Parts(layer, LayerWork.Predict))])
            : first;
        return new PhasePlan(phases, prediction, layers.Any(static layer => layer.IsRandom));
    }

    private void PlanForward()
    {
        foreach (LayerPlan layer in layers)
        {
            parts.Add(Parts(layer, LayerWork.Forward));
            if (layer.SumsBatch)
            {
                EndForward();
                Meet(new SumPhase(layer.Layer.Number, IsForward: true));
                parts.Add(Parts(layer, LayerWork.ForwardRest));
            }
        }

        EndForward();
    }

    private void PlanBackward()
    {
        for (int number = layers.Count; number > 0; number--)
        {
            LayerPlan layer = layers[number - 1];
            LayerPart[] below = number == 1 ? [] : [new LayerPart(number - 1, LayerWork.Delta)];
            LayerPart own = new(number, LayerWork.Backward);
            if (layer.SumsBatch)
            {
                parts.Add([own]);
                EndBackward();
                Meet(new SumPhase(number, IsForward: false));
                parts.Add([new LayerPart(number, LayerWork.BackwardRest), .. below]);
            }
            else if (number > 1 || layers.Count > 1)
            {
                parts.Add([own, .. below]);
            }
        }

        EndBackward();
        EndExamples();
    }

    private static IReadOnlyList<LayerPart> Parts(LayerPlan layer, LayerWork work) => [new LayerPart(layer.Layer.Number, work)];

    private void EndForward()
    {
        string number = !DiffersInTraining ? string.Empty : forwardPasses == 1 ? "InTraining" : $"InTraining{VectorText.Number(++forward)}";
        End(PassKind.Forward, "Forward" + number);
    }

    private void EndBackward() => End(PassKind.Backward, backwardPasses == 1 ? "Backward" : $"BackwardPass{VectorText.Number(++backward)}");

    private void End(PassKind kind, string method)
    {
        if (parts.Count > 0)
        {
            passes.Add(new Pass(kind, method, [.. parts]));
            parts.Clear();
        }
    }

    private void Meet(SumPhase sum)
    {
        EndExamples();
        phases.Add(sum);
    }

    private void EndExamples()
    {
        phases.Add(new ExamplePhase([.. passes]));
        passes.Clear();
    }
}

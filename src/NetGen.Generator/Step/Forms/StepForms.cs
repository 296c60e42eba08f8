using NetGen.Generator.Step.StraightLine;
using NetGen.Generator.Step.Tiled;

namespace NetGen.Generator.Step.Forms;

/// <summary>The choice of the family of code: the only place that asks which a plan is of.</summary>
internal static class StepForms
{
    /// <summary>The form of a network.</summary>
    public static StepForm Of(NetworkPlan plan) => plan.Kind switch
    {
        PlanKind.Register => new StraightLineForm(plan),
        PlanKind.Tiled => new TiledForm(plan),
    };
}

using System;
using NetGen.Generator.Text;

namespace NetGen.Generator.Surface;

/// <summary>In which form a member takes labels: as rows of them or, where each example is of one class, as class indices.</summary>
internal sealed class LabelForm
{
    private readonly string guard;

    private LabelForm(SurfaceParameter parameter, string rows, string guard)
    {
        Parameter = parameter;
        Rows = rows;
        this.guard = guard;
    }

    /// <summary>Rows of labels.</summary>
    public static LabelForm OfRows { get; } = new(SurfaceParameters.Y, "y", "LabelledExamples(x.Length, y.Length");

    /// <summary>Class indices.</summary>
    public static LabelForm OfClasses { get; } = new(SurfaceParameters.Classes, "labels.Rows", "ClassifiedExamples(x.Length, classes");

    /// <summary>The parameter.</summary>
    public SurfaceParameter Parameter { get; }

    /// <summary>The rows, in code after <see cref="WriteRows"/>.</summary>
    public string Rows { get; }

    /// <summary>The networks that take labels so; null: all.</summary>
    public Func<SurfaceContext, bool>? Condition => IsClasses ? static context => context.Network.TakesClasses : null;

    /// <summary>Whether these are class indices.</summary>
    public bool IsClasses => Parameter.Role == ArgumentRole.Classes;

    /// <summary>Writes the number of examples, which checks it.</summary>
    public void WriteCount(CodeWriter writer, SurfaceContext context)
    {
        writer.Line($"int examples = global::NetGen.CompilerServices.Guard.{guard}, {context.Inputs}, {context.Outputs}, {context.NameLiteral});");
        CategoryCheck.Write(writer, context);
    }

    /// <summary>Writes the rows of labels that class indices stand for.</summary>
    public void WriteRows(CodeWriter writer, SurfaceContext context)
    {
        if (IsClasses)
        {
            string arguments = $"classes, examples, {context.Outputs}, {context.NameLiteral}";
            writer.Line($"using global::NetGen.CompilerServices.OneHot<{context.Element}> labels = new({arguments});");
        }
    }

    /// <summary>Writes the rows of labels and their check against the loss.</summary>
    public void WriteCheckedRows(CodeWriter writer, SurfaceContext context)
    {
        WriteRows(writer, context);
        string parameter = IsClasses ? $", \"{Parameter.Name}\"" : string.Empty;
        string loss = $"global::NetGen.Loss.{context.Network.Loss.Kind}";
        if (context.Network.Loss is { Kind: Loss.Focal, IsOfExample: true })
        {
            parameter += ", areRows: true";
        }

        writer.Line($"global::NetGen.CompilerServices.LabelGuard.Check({Rows}, {loss}, {context.Outputs}, {context.NameLiteral}{parameter});");
    }
}

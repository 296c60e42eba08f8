using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using NetGen.Generator.Analyzers.Shapes;
using NetGen.Generator.Diagnostics;

namespace NetGen.Generator.Analyzers.Mistakes;

/// <summary>A validation set of another element type than the training set: the options take sets of any, so only the run would tell.</summary>
internal static class ValidationMistakes
{
    /// <summary>The mistake in a call that the compiler accepts, if it is this one.</summary>
    public static Mistake? Find(InvocationExpressionSyntax syntax, SemanticModel semantics, CancellationToken cancellation)
    {
        if (semantics.GetOperation(syntax, cancellation) is not IInvocationOperation call)
        {
            return null;
        }

        if (call.TargetMethod.Parameters.FirstOrDefault(IsTraining) is not { Type: var train })
        {
            return null;
        }

        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (argument.Parameter?.Type is { Name: RuntimeNames.TrainingOptions } && ValidationOf(argument.Value) is { Type: { } type } validation
                && ValueForm.Of(type) is { Form: Form.Dataset, Element: not null } && !SymbolEqualityComparer.Default.Equals(type, train))
            {
                return new Mistake(MistakeRules.Validation, validation.Syntax.GetLocation(), MemberForm.Describe(type), MemberForm.Describe(train));
            }
        }

        return null;
    }

    private static bool IsTraining(IParameterSymbol parameter) => ValueForm.Of(parameter.Type) is { Form: Form.Dataset, Element: not null };

    /// <summary>What Validation is set to where the options are made: in the call, or in a local that is assigned once.</summary>
    private static IOperation? ValidationOf(IOperation options)
    {
        IOperation made = Unconverted(options);
        if (made is ILocalReferenceOperation reference)
        {
            if (LocalAssignments.ValueOf(reference) is not { } assigned)
            {
                return null;
            }

            made = Unconverted(assigned);
        }

        IObjectOrCollectionInitializerOperation? initializer = made switch
        {
            IObjectCreationOperation creation => creation.Initializer,
            IWithOperation copy => copy.Initializer,
            _ => null,
        };
        return initializer?.Initializers.OfType<ISimpleAssignmentOperation>()
            .Where(static assignment => assignment.Target is IPropertyReferenceOperation { Property.Name: RuntimeNames.Validation })
            .Select(static assignment => Unconverted(assignment.Value))
            .FirstOrDefault();
    }

    private static IOperation Unconverted(IOperation operation)
    {
        while (operation is IConversionOperation { OperatorMethod: null, Operand: var operand })
        {
            operation = operand;
        }

        return operation;
    }
}

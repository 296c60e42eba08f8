using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Diagnostics;

namespace NetGen.Generator.Analyzers.Mistakes;

/// <summary>The right arguments in another order: <c>net.Fit(options, data)</c>.</summary>
internal static class OrderMistakes
{
    // Five arguments have 120 orders; no method takes more that could be mixed up.
    private const int MostArguments = 5;

    /// <summary>The mistake in a call, if it is this one.</summary>
    public static Mistake? Find(RefusedCall call)
    {
        if (call.Arguments.Length is < 2 or > MostArguments || call.Arguments.Any(static argument => argument.Syntax.NameColon is not null))
        {
            return null;
        }

        foreach (IMethodSymbol method in call.Methods)
        {
            bool[,] fits = Fits(call, method);
            if (Order(fits, method) is not { } order || !KeepsLists(order, call))
            {
                continue;
            }
            // The order is right, so something else is wrong.
            if (order.SequenceEqual(Enumerable.Range(0, order.Length)))
            {
                return null;
            }

            int first = Enumerable.Range(0, order.Length).First(index => order[index] != index);
            string parameters = string.Join(", ", method.Parameters.Take(order.Length).Select(static parameter => parameter.Name));
            string shown = string.Join(", ", order.Select((from, to) => Ref(method.Parameters[to]) + call.Arguments[from].TextOr(method.Parameters[to].Name)));
            string whole = string.Join(", ", order.Select((from, to) => Ref(method.Parameters[to]) + call.Arguments[from].Expression));
            ArgumentListSyntax list = call.Syntax.ArgumentList;
            return new Mistake(MistakeRules.Order, call.Arguments[first].Place, call.Name, parameters, $"{call.Name}({shown})")
            {
                Repair = (list.GetLocation(), $"({whole})"),
            };
        }

        return null;
    }

    /// <summary>Whether lists stay in their order: which of two is which, only their names say.</summary>
    private static bool KeepsLists(int[] order, RefusedCall call)
    {
        int[] lists = [.. order.Where(argument => call.Arguments[argument].IsList)];
        return lists.SequenceEqual(lists.OrderBy(static argument => argument));
    }

    private static string Ref(IParameterSymbol parameter) => parameter.RefKind == RefKind.Ref ? "ref " : "";

    /// <summary>Which argument can be passed to which parameter; ref is the parameter's, so it moves with it.</summary>
    private static bool[,] Fits(RefusedCall call, IMethodSymbol method)
    {
        var fits = new bool[call.Arguments.Length, method.Parameters.Length];
        for (int argument = 0; argument < call.Arguments.Length; argument++)
        {
            for (int parameter = 0; parameter < method.Parameters.Length; parameter++)
            {
                fits[argument, parameter] = CallAlignment.Fits(call.Arguments[argument], method.Parameters[parameter], call.Semantics, overlooksRef: true);
            }
        }

        return fits;
    }

    /// <summary>The argument for each parameter, nearest to the order of the source; null when there is no order in which all fit.</summary>
    private static int[]? Order(bool[,] fits, IMethodSymbol method)
    {
        int count = fits.GetLength(0);
        if (count > method.Parameters.Length || method.Parameters.Skip(count).Any(static parameter => !parameter.IsOptional))
        {
            return null;
        }

        var order = new int[count];
        return Fill(0, []) ? order : null;

        bool Fill(int parameter, HashSet<int> taken)
        {
            if (parameter == count)
            {
                return true;
            }

            for (int argument = 0; argument < count; argument++)
            {
                if (!fits[argument, parameter] || !taken.Add(argument))
                {
                    continue;
                }

                order[parameter] = argument;
                if (Fill(parameter + 1, taken))
                {
                    return true;
                }

                taken.Remove(argument);
            }

            return false;
        }
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Analyzers.Declaration;

/// <summary>The table of what the parser finds in a declaration and the rule that speaks of it; a kind without a rule is a compile error.</summary>
internal static class ProblemRules
{
    /// <summary>The rules of all kinds.</summary>
    public static IEnumerable<DiagnosticDescriptor> All => Enum.GetValues(typeof(ProblemKind)).Cast<ProblemKind>().Select(Of);

    /// <summary>The rule of a kind of problem.</summary>
    public static DiagnosticDescriptor Of(ProblemKind kind) => kind switch
    {
        ProblemKind.NotPartial => DeclarationRules.NotPartial,
        ProblemKind.Generic => DeclarationRules.Generic,
        ProblemKind.NotAnOrdinaryClass => DeclarationRules.NotAnOrdinaryClass,
        ProblemKind.TooFewSizes => DeclarationRules.TooFewSizes,
        ProblemKind.SizeBelowOne => DeclarationRules.SizeBelowOne,
        ProblemKind.TooManyParameters => DeclarationRules.TooManyParameters,
        ProblemKind.DeclaredTwice => DeclarationRules.DeclaredTwice,
        ProblemKind.NoSuchLayer => DeclarationRules.NoSuchLayer,
        ProblemKind.LayerDescribedTwice => DeclarationRules.LayerDescribedTwice,
        ProblemKind.UndefinedValue => DeclarationRules.UndefinedValue,
        ProblemKind.ReservedName => DeclarationRules.ReservedName,
        ProblemKind.InvalidSlope => DeclarationRules.InvalidSlope,
        ProblemKind.LayerWithoutLayers => DeclarationRules.LayerWithoutLayers,
        ProblemKind.HiddenSoftmax => DeclarationRules.HiddenSoftmax,
        ProblemKind.SoftmaxOfOneUnit => DeclarationRules.SoftmaxOfOneUnit,
        ProblemKind.CrossEntropyWithoutSoftmax => DeclarationRules.CrossEntropyWithoutSoftmax,
        ProblemKind.BinaryCrossEntropyWithoutSigmoid => DeclarationRules.BinaryCrossEntropyWithoutSigmoid,
        ProblemKind.SoftmaxWithoutCrossEntropy => DeclarationRules.SoftmaxWithoutCrossEntropy,
        ProblemKind.LossNeedsOutput => DeclarationRules.LossNeedsOutput,
        ProblemKind.InvalidLossParameter => DeclarationRules.InvalidLossParameter,
        ProblemKind.UnusedLossParameter => DeclarationRules.UnusedLossParameter,
        ProblemKind.ZeroWeights => DeclarationRules.ZeroWeights,
        ProblemKind.UnusedSlope => DeclarationRules.UnusedSlope,
        ProblemKind.InvalidDropout => DeclarationRules.InvalidDropout,
        ProblemKind.DropoutOfOutput => DeclarationRules.DropoutOfOutput,
        ProblemKind.NotUnderstood => DefineRules.NotUnderstood,
        ProblemKind.ShapesDiffer => DefineRules.ShapesDiffer,
        ProblemKind.NodeUnused => DefineRules.NodeUnused,
        ProblemKind.NameTwice => DefineRules.NameTwice,
        ProblemKind.InvalidName => DefineRules.InvalidName,
        ProblemKind.NamedElsewhere => DefineRules.NamedElsewhere,
        ProblemKind.Recursion => DefineRules.Recursion,
        ProblemKind.DefineMissing => DefineRules.DefineMissing,
        ProblemKind.DefineTwice => DefineRules.DefineTwice,
        ProblemKind.DefineNotStatic => DefineRules.DefineNotStatic,
        ProblemKind.DefineReturnsNoNode => DefineRules.DefineReturnsNoNode,
        ProblemKind.WrongInput => DefineRules.WrongInput,
        ProblemKind.NumberOutOfRange => DefineRules.NumberOutOfRange,
        ProblemKind.NotConstant => DefineRules.NotConstant,
        ProblemKind.GraphTooLarge => DefineRules.GraphTooLarge,
        ProblemKind.NoCategory => DefineRules.NoCategory,
        ProblemKind.CategoryUsed => DefineRules.CategoryUsed,
        ProblemKind.StandardizeOfNoInput => DefineRules.StandardizeOfNoInput,
        ProblemKind.SoftmaxNotLast => DefineRules.SoftmaxNotLast,
        ProblemKind.SoftmaxOfOneValue => DefineRules.SoftmaxOfOneValue,
        ProblemKind.DropoutAtEnd => DefineRules.DropoutAtEnd,
        ProblemKind.NothingToTrain => DefineRules.NothingToTrain,
        ProblemKind.LossDoesNotFit => DefineRules.LossDoesNotFit,
        ProblemKind.DeclaredByBoth => DefineRules.DeclaredByBoth,
        ProblemKind.LayerOnNetwork => DefineRules.LayerOnNetwork,
    };
}

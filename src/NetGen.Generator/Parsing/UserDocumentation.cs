using System;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using NetGen.Generator.Model;

namespace NetGen.Generator.Parsing;

/// <summary>
/// The documentation that the user has written for a class. The compiler strings together what stands above all parts of it, so a second summary would stand in
/// the same entry, of which tools show one or the other.
/// </summary>
internal static class UserDocumentation
{
    // Inherited or included documentation may hold anything.
    private static readonly string[] RemarksTags = ["<remarks", "<inheritdoc", "<include"];

    /// <summary>
    /// What the user's documentation leaves to the emitted one. The text is looked at, because a build without a documentation file does not parse it.
    /// </summary>
    public static TypeDocumentation Leaves(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        string[] comments =
        [
            .. type.DeclaringSyntaxReferences
                .Where(static part => !EmittedFiles.Contains(part.SyntaxTree))
                .SelectMany(part => part.GetSyntax(cancellationToken).GetLeadingTrivia())
                .Select(static trivia => trivia.ToFullString().TrimStart())
                .Where(IsDocumentation),
        ];
        return comments.Length == 0 ? TypeDocumentation.Everything : comments.Any(HasRemarks) ? TypeDocumentation.Nothing : TypeDocumentation.Remarks;
    }

    // Four slashes, three stars and an empty comment are no documentation.
    private static bool IsDocumentation(string comment) => comment.Length > 3
        && ((comment.StartsWith("///", StringComparison.Ordinal) && comment[3] != '/')
            || (comment.StartsWith("/**", StringComparison.Ordinal) && comment[3] is not ('*' or '/')));

    private static bool HasRemarks(string comment) => RemarksTags.Any(tag => comment.IndexOf(tag, StringComparison.Ordinal) >= 0);
}

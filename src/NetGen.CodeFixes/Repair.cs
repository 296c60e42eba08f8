using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace NetGen.CodeFixes;

/// <summary>What repairs a diagnostic, and how a menu calls it.</summary>
internal sealed record Repair(string Title, ImmutableArray<Edit> Edits);

/// <summary>A replacement of text in one document.</summary>
internal readonly record struct Edit(DocumentId Document, TextSpan Span, string Text);

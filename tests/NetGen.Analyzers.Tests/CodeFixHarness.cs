using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using NetGen.CodeFixes;

namespace NetGen.Analyzers.Tests;

/// <summary>Applies fixes to sources, as an editor would, and compiles what comes out.</summary>
internal static class CodeFixHarness
{
    /// <summary>
    /// Asserts that the fix turns one source into the other, that the menu calls it so, that nothing is reported afterwards, and that the result compiles.
    /// </summary>
    public static async Task Fixes<TFix>(string source, string title, string expected)
        where TFix : EditCodeFix, new()
    {
        (Solution solution, DocumentId id) = Open(source);
        Document document = solution.GetDocument(id)!;
        var actions = new List<CodeAction>();
        foreach (Diagnostic diagnostic in await Diagnose<TFix>(document))
        {
            await new TFix().RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
        }

        var fix = Assert.Single(actions);
        Assert.Equal(title, fix.Title);
        await Confirm(await Apply(fix), id, expected);
    }

    /// <summary>Asserts that Fix all turns one source into the other, that nothing is reported afterwards, and that the result compiles.</summary>
    public static async Task FixesAll<TFix>(string source, string expected)
        where TFix : EditCodeFix, new()
    {
        (Solution solution, DocumentId id) = Open(source);
        Document document = solution.GetDocument(id)!;
        var fix = new TFix();
        var context = new FixAllContext(
            document, fix, FixAllScope.Project, typeof(TFix).Name, fix.FixableDiagnosticIds, new Diagnostics<TFix>(), CancellationToken.None);
        var action = await fix.GetFixAllProvider().GetFixAsync(context);
        await Confirm(await Apply(Assert.IsType<CodeAction>(action, exactMatch: false)), id, expected);
    }

    /// <summary>Asserts that the fix offers nothing, because no edit is the obvious repair.</summary>
    public static async Task OffersNothing<TFix>(string source)
        where TFix : EditCodeFix, new()
    {
        (Solution solution, DocumentId id) = Open(source);
        Document document = solution.GetDocument(id)!;
        var found = await Diagnose<TFix>(document);
        Assert.NotEmpty(found);
        foreach (Diagnostic diagnostic in found)
        {
            await new TFix().RegisterCodeFixesAsync(
                new CodeFixContext(document, diagnostic, static (action, _) => Assert.Fail(action.Title), CancellationToken.None));
        }
    }

    private static (Solution Solution, DocumentId Id) Open(string source)
    {
        Compilation compilation = ShapeHarness.Compile(source);
        var workspace = new AdhocWorkspace();
        var project = ProjectInfo.Create(
            ProjectId.CreateNewId(),
            VersionStamp.Default,
            "Tests",
            "Tests",
            LanguageNames.CSharp,
            compilationOptions: compilation.Options,
            metadataReferences: compilation.References);
        Solution solution = workspace.CurrentSolution.AddProject(project);
        DocumentId? first = null;
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            var id = DocumentId.CreateNewId(project.Id);
            solution = solution.AddDocument(id, Path.GetFileName(tree.FilePath), tree.GetText(), filePath: tree.FilePath);
            first ??= id;
        }

        return (solution, first!);
    }

    private static async Task<ImmutableArray<Diagnostic>> Diagnose<TFix>(Document document)
        where TFix : EditCodeFix, new()
    {
        var ids = new TFix().FixableDiagnosticIds;
        return [.. (await ShapeHarness.Run((await document.Project.GetCompilationAsync())!)).Where(diagnostic => ids.Contains(diagnostic.Id))];
    }

    private static async Task<Solution> Apply(CodeAction action) =>
        Assert.Single((await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>()).ChangedSolution;

    private static async Task Confirm(Solution solution, DocumentId id, string expected)
    {
        Document document = solution.GetDocument(id)!;
        string text = (await document.GetTextAsync()).ToString();
        Assert.Equal(expected, text);
        Compilation compilation = ShapeHarness.Compile(text);
        Assert.Empty(compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        Assert.Empty((await ShapeHarness.Run(compilation)).Select(AnalyzerHarness.Message));
    }

    private sealed class Diagnostics<TFix> : FixAllContext.DiagnosticProvider
        where TFix : EditCodeFix, new()
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            await Diagnose<TFix>(project.Documents.First());

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
        {
            SyntaxTree? tree = await document.GetSyntaxTreeAsync(cancellationToken);
            return (await Diagnose<TFix>(document)).Where(diagnostic => diagnostic.Location.SourceTree == tree);
        }

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}

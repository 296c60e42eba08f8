using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace NetGen.Runtime.Tests.Architecture;

/// <summary>
/// The room of each type: the folder of NetGen.Runtime that its source lies in. Most types share one namespace, so that users import one; where they lie, the
/// symbols of the assembly tell.
/// </summary>
internal sealed class SourceRooms
{
    private const string Project = "/NetGen.Runtime/";

    /// <summary>Derived sources lie here; what they are derived from lies in a room.</summary>
    private const string Derived = "obj";

    /// <summary>Names the source files of types that have no code: enums, interfaces, delegates.</summary>
    private static readonly Guid TypeDefinitionDocuments = new("932E74BC-DBA9-4478-8D46-0F32A7BAB3D3");

    private readonly Dictionary<string, HashSet<string>> rooms = new(StringComparer.Ordinal);

    private SourceRooms()
    {
    }

    /// <summary>The rooms that there are.</summary>
    public IEnumerable<string> All => rooms.Values.SelectMany(static names => names).Distinct(StringComparer.Ordinal);

    /// <summary>The types whose parts lie in several rooms.</summary>
    public IEnumerable<string> Torn => rooms.Where(static entry => entry.Value.Count > 1).Select(static entry => entry.Key);

    /// <summary>Reads the symbols beside an assembly.</summary>
    public static SourceRooms Of(Assembly assembly)
    {
        var result = new SourceRooms();
        using var file = new PEReader(File.OpenRead(assembly.Location));
        using var symbols = MetadataReaderProvider.FromPortablePdbStream(File.OpenRead(Path.ChangeExtension(assembly.Location, ".pdb")));
        MetadataReader metadata = file.GetMetadataReader();
        MetadataReader debug = symbols.GetMetadataReader();
        foreach (TypeDefinitionHandle handle in metadata.TypeDefinitions)
        {
            string name = OutermostName(metadata, handle);
            foreach (DocumentHandle document in Documents(metadata, debug, handle))
            {
                result.Add(name, debug.GetString(debug.GetDocument(document).Name));
            }
        }

        return result;
    }

    /// <summary>The room of a type by its full name; null for what the compiler makes and for types of other assemblies.</summary>
    public string? Of(string fullName) => rooms.TryGetValue(fullName.Split('+', '<')[0], out HashSet<string>? names) ? names.First() : null;

    private static IEnumerable<DocumentHandle> Documents(MetadataReader metadata, MetadataReader debug, TypeDefinitionHandle handle)
    {
        foreach (MethodDefinitionHandle method in metadata.GetTypeDefinition(handle).GetMethods())
        {
            foreach (SequencePoint point in debug.GetMethodDebugInformation(method).GetSequencePoints())
            {
                yield return point.Document;
            }
        }

        foreach (CustomDebugInformationHandle entry in debug.GetCustomDebugInformation(handle))
        {
            CustomDebugInformation information = debug.GetCustomDebugInformation(entry);
            if (debug.GetGuid(information.Kind) != TypeDefinitionDocuments)
            {
                continue;
            }

            foreach (int row in Numbers(debug.GetBlobReader(information.Value)))
            {
                yield return MetadataTokens.DocumentHandle(row);
            }
        }
    }

    private static List<int> Numbers(BlobReader blob)
    {
        var numbers = new List<int>();
        while (blob.RemainingBytes > 0)
        {
            numbers.Add(blob.ReadCompressedInteger());
        }

        return numbers;
    }

    /// <summary>A nested type lies where the type around it does.</summary>
    private static string OutermostName(MetadataReader metadata, TypeDefinitionHandle handle)
    {
        TypeDefinition type = metadata.GetTypeDefinition(handle);
        while (!type.GetDeclaringType().IsNil)
        {
            type = metadata.GetTypeDefinition(type.GetDeclaringType());
        }

        string space = metadata.GetString(type.Namespace);
        return space.Length == 0 ? metadata.GetString(type.Name) : $"{space}.{metadata.GetString(type.Name)}";
    }

    private void Add(string type, string path)
    {
        string file = path.Replace('\\', '/');
        int start = file.LastIndexOf(Project, StringComparison.Ordinal);
        if (start < 0)
        {
            return;
        }

        string room = file[(start + Project.Length)..].Split('/')[0];
        if (room == Derived)
        {
            return;
        }

        if (!rooms.TryGetValue(type, out HashSet<string>? names))
        {
            rooms.Add(type, names = []);
        }

        names.Add(room);
    }
}

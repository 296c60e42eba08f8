using System.Text.Json.Serialization;

namespace Service.Serving;

/// <summary>The messages as JSON, read and written by generated code. A number is written with the digits that give the same bits when it is read.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Question))]
[JsonSerializable(typeof(Answer))]
[JsonSerializable(typeof(Model))]
[JsonSerializable(typeof(Health))]
[JsonSerializable(typeof(Refusal))]
internal sealed partial class MessageJson : JsonSerializerContext;

extension PublishedModel {
    /// The models in the order of the paper's tables, with what is printed of each.
    package static let all: [PublishedModel] = [
        PublishedModel(
            name: "Llama-3.3-70B", stem: "Llama-3.3-70B-Instruct", samples: "llama33", predictions: "llama3",
            byCountry: [0.51, 0.49, 0.49, 0.44, 0.52, 0.51, 0.38, 0.39, 0.39, 0.38, 0.42, 0.30],
            byTopic: [0.388, 0.474, 0.439, 0.449, 0.398, 0.321, 0.414, 0.345, 0.494, 0.500, 0.551], overall: 0.434,
            inconsistency: [802, 284, 1086],
            agreement: [0.951, 0.935],
            predictionF1: [0.778, 0.797, 0.823, 0.820]),
        PublishedModel(
            name: "Gemma-2-9b", stem: "gemma-2-9b-it", samples: "gemma2",
            byCountry: [0.46, 0.50, 0.43, 0.51, 0.45, 0.52, 0.46, 0.46, 0.37, 0.46, 0.45, 0.46],
            byTopic: [0.340, 0.413, 0.490, 0.499, 0.460, 0.525, 0.431, 0.422, 0.562, 0.484, 0.447], overall: 0.461,
            inconsistency: [497, 695, 1192],
            agreement: [0.967, 0.903]),
        PublishedModel(
            name: "GPT-3.5-turbo", stem: "gpt-3.5-turbo", samples: "gpt_35_turbo", predictions: "chatgpt",
            byCountry: [0.17, 0.19, 0.18, 0.20, 0.20, 0.17, 0.18, 0.17, 0.16, 0.14, 0.18, 0.21],
            byTopic: [0.115, 0.166, 0.096, 0.162, 0.242, 0.165, 0.217, 0.169, 0.201, 0.244, 0.190], overall: 0.179,
            inconsistency: [36, 1385, 1421],
            agreement: [0.980, 0.900],
            predictionF1: [0.795, 0.823, 0.830, 0.830]),
        PublishedModel(
            name: "GPT-4o-mini", stem: "gpt-4o-mini", samples: "gpt_4o_mini",
            byCountry: [0.67, 0.59, 0.56, 0.65, 0.57, 0.62, 0.49, 0.54, 0.47, 0.54, 0.57, 0.51],
            byTopic: [0.594, 0.518, 0.548, 0.584, 0.569, 0.519, 0.541, 0.544, 0.644, 0.495, 0.652], overall: 0.564,
            inconsistency: [415, 729, 1144],
            agreement: [0.946, 0.914]),
        PublishedModel(
            name: "Deepseek-r1-distill-llama-70b", stem: "deepseek-r1-distill-llama-70b",
            samples: "deepseek-r1-distill-llama-70b",
            byCountry: [0.59, 0.51, 0.52, 0.52, 0.51, 0.56, 0.41, 0.46, 0.52, 0.42, 0.58, 0.49],
            byTopic: [0.500, 0.543, 0.493, 0.519, 0.610, 0.381, 0.499, 0.369, 0.547, 0.504, 0.609], overall: 0.506,
            inconsistency: [789, 413, 1202],
            agreement: [0.911, 0.925]),
        PublishedModel(
            name: "Claude-sonnet-4", stem: "anthropic-claude-sonnet-4-20250514", samples: "claude_sonnet_4",
            byCountry: [0.46, 0.40, 0.50, 0.47, 0.50, 0.41, 0.40, 0.32, 0.31, 0.36, 0.41, 0.37],
            inconsistency: [903, 203, 1106],
            agreement: [0.968, 0.893]),
        PublishedModel(
            name: "GPT-4o", stem: "openai-gpt-4o", samples: "gpt_4o",
            byCountry: [0.53, 0.54, 0.53, 0.51, 0.53, 0.53, 0.49, 0.47, 0.40, 0.50, 0.44, 0.44],
            inconsistency: [626, 427, 1053],
            agreement: [0.956, 0.940]),
        PublishedModel(
            name: "Qwen-qwq-32b", stem: "qwen-qwq-32b", samples: "qwen",
            byTopic: [0.365, 0.468, 0.299, 0.395, 0.406, 0.373, 0.316, 0.273, 0.373, 0.386, 0.484], overall: 0.376),
    ]
}
